package dev.darkroom.codec.mp4;

import static dev.darkroom.codec.mp4.Mp4Bytes.box;
import static dev.darkroom.codec.mp4.Mp4Bytes.full;
import static dev.darkroom.codec.mp4.Mp4Bytes.mvhd;
import static dev.darkroom.codec.mp4.Mp4Bytes.tables;
import static dev.darkroom.codec.mp4.Mp4Bytes.trak;
import static dev.darkroom.codec.mp4.Mp4Bytes.u32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.Tool;
import dev.darkroom.fixtures.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleCursorTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"LANDSCAPE_VIDEO", "PORTRAIT_VIDEO", "SLICES_VIDEO", "FRAGMENTED_VIDEO"})
  void givesTheSamplesThatFfprobeLists(Fixtures fixture) throws Exception {
    Path file = folder.resolve("video");
    Files.write(file, fixture.bytes());
    List<Track> tracks = read(fixture.bytes()).tracks();

    assertThat(tracks).isNotEmpty();
    for (int i = 0; i < tracks.size(); i++) {
      Samples samples = tracks.get(i).samples();
      List<Sample> all = Mp4Bytes.all(samples);
      assertThat(all.stream().map(SampleCursorTest::line)).isEqualTo(packets(file, i));
      assertThat(samples.count()).isEqualTo(all.size());
      assertThat(samples.bytes()).isEqualTo(all.stream().mapToLong(Sample::size).sum());
      assertThat(samples.duration()).isEqualTo(all.stream().mapToLong(Sample::duration).sum());
      assertThat(samples.keyframes()).isEqualTo(all.stream().filter(Sample::keyframe).count());
    }
  }

  private static String line(Sample sample) {
    long shown = sample.time() + sample.compositionOffset();
    return String.join(
        ",",
        String.valueOf(shown),
        String.valueOf(sample.time()),
        String.valueOf(sample.size()),
        String.valueOf(sample.offset()),
        sample.keyframe() ? "K_" : "__");
  }

  private static List<String> packets(Path file, int track) throws Exception {
    byte[] csv =
        Tool.needed("ffprobe")
            .run(
                "-v",
                "error",
                "-ignore_editlist",
                "1",
                "-select_streams",
                "" + track,
                "-show_entries",
                "packet=pts,dts,size,pos,flags",
                "-of",
                "csv=p=0",
                file.toString());
    return new String(csv, StandardCharsets.US_ASCII).lines().toList();
  }

  @Test
  void tellsWhenEachSampleIsShown() throws Exception {
    byte[][] tables = Arrays.copyOf(tables(), 7);
    tables[6] = full("ctts", 1 << 24, u32(3, 2, 7, 1, 0, 2, -3));

    List<Sample> samples = Mp4Bytes.all(samples(tables));

    assertThat(samples).extracting(Sample::compositionOffset).containsExactly(7, 7, 0, -3, -3);
    assertThat(samples).extracting(Sample::duration).containsExactly(4L, 4L, 5L, 5L, 5L);
  }

  @Test
  void stopsWhereTheTablesAreDamaged() throws Exception {
    byte[][] tables = tables();
    tables[5] = full("stco", 0, u32(1, 1000));
    SampleCursor cursor = samples(tables).cursor();

    assertThat(cursor.next()).isNotNull();
    assertThat(cursor.next()).isNotNull();
    assertThatThrownBy(cursor::next)
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("chunk 1 without an offset");
  }

  @Test
  void staysAtTheEnd() throws Exception {
    SampleCursor cursor = samples(tables()).cursor();
    for (int i = 0; i < 5; i++) {
      assertThat(cursor.next()).isNotNull();
    }

    assertThat(cursor.next()).isNull();
    assertThat(cursor.next()).isNull();
  }

  private static Samples samples(byte[]... tables) throws IOException, Malformed {
    return read(box("moov", mvhd(0), trak(1, tables))).tracks().getFirst().samples();
  }

  private static Movie read(byte[] file) throws IOException, Malformed {
    return Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);
  }
}
