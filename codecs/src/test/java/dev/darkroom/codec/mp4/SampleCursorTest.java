package dev.darkroom.codec.mp4;

import static dev.darkroom.codec.mp4.Mp4Bytes.box;
import static dev.darkroom.codec.mp4.Mp4Bytes.full;
import static dev.darkroom.codec.mp4.Mp4Bytes.mvhd;
import static dev.darkroom.codec.mp4.Mp4Bytes.source;
import static dev.darkroom.codec.mp4.Mp4Bytes.tables;
import static dev.darkroom.codec.mp4.Mp4Bytes.trak;
import static dev.darkroom.codec.mp4.Mp4Bytes.u32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import dev.darkroom.fixtures.Fixtures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleCursorTest {
  @ParameterizedTest
  @EnumSource(names = {"LANDSCAPE_VIDEO", "PORTRAIT_VIDEO", "SLICES_VIDEO", "FRAGMENTED_VIDEO"})
  void goesWhereASearchFindsEachSample(Fixtures fixture) throws Exception {
    for (Track track : Mp4Reader.read(source(fixture.bytes()), Mp4Limits.DEFAULT).tracks()) {
      Samples samples = track.samples();
      var keyframes = new HashSet<Integer>();
      for (int n = 0; n < samples.keyframes(); n++) {
        keyframes.add(samples.keyframe(n));
      }
      SampleCursor cursor = samples.cursor();
      long bytes = 0;
      for (int i = 0; i < samples.count(); i++) {
        assertThat(cursor.next()).isTrue();
        assertThat(new Sample(cursor.offset(), cursor.size(), cursor.time(), cursor.entry()))
            .isEqualTo(samples.sample(i));
        assertThat(cursor.keyframe()).isEqualTo(keyframes.contains(i));
        bytes += cursor.size();
      }
      assertThat(cursor.next()).isFalse();
      assertThat(samples.bytes()).isEqualTo(bytes);
    }
  }

  @Test
  void tellsWhenEachSampleIsShown() throws Exception {
    byte[][] tables = Arrays.copyOf(tables(), 7);
    tables[6] = full("ctts", 1 << 24, u32(3, 2, 7, 1, 0, 2, -3));
    SampleCursor cursor =
        Mp4Reader.read(source(box("moov", mvhd(0), trak(1, tables))), Mp4Limits.DEFAULT)
            .tracks()
            .getFirst()
            .samples()
            .cursor();

    var offsets = new ArrayList<Integer>();
    var durations = new ArrayList<Long>();
    while (cursor.next()) {
      offsets.add(cursor.compositionOffset());
      durations.add(cursor.duration());
    }

    assertThat(offsets).containsExactly(7, 7, 0, -3, -3);
    assertThat(durations).containsExactly(4L, 4L, 5L, 5L, 5L);
  }

  @Test
  void stopsWhereTheTablesAreDamaged() throws Exception {
    byte[][] tables = tables();
    tables[5] = full("stco", 0, u32(1, 1000));
    SampleCursor cursor =
        Mp4Reader.read(source(box("moov", mvhd(0), trak(1, tables))), Mp4Limits.DEFAULT)
            .tracks()
            .getFirst()
            .samples()
            .cursor();

    assertThat(cursor.next()).isTrue();
    assertThat(cursor.next()).isTrue();
    assertThatThrownBy(cursor::next).isInstanceOf(Malformed.class);
  }
}
