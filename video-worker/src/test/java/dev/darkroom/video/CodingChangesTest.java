package dev.darkroom.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Ffmpeg;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A video whose coding changes on the way has the pictures of all its parts. */
class CodingChangesTest {
  private static final int SECONDS = 4;

  @TempDir private Path folder;

  @BeforeEach
  void needFfmpeg() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
  }

  /** Parameter sets within the stream change what Java can decode, and the size. */
  @ParameterizedTest
  @CsvSource({
    "-c:v libx264 -bf 0, -c:v libx264 -bf 0 -pix_fmt yuv420p10le, h264",
    "-c:v libx264 -bf 0 -pix_fmt yuv420p10le, -c:v libx264 -bf 0, h264",
    "-c:v libx264 -bf 0, -c:v libx264 -bf 0 -s 640x360, h264",
    "-c:v libx265 -x265-params log-level=error:bframes=0, -c:v libx265 -pix_fmt yuv420p10le -s"
        + " 640x360 -x265-params log-level=error:bframes=0, hevc"
  })
  void withinTheStream(String first, String second, String format) throws Exception {
    var stream = new ByteArrayOutputStream();
    stream.writeBytes(made("a." + format, first, "red"));
    stream.writeBytes(made("b." + format, second, "blue"));
    Path raw = Files.write(folder.resolve("raw." + format), stream.toByteArray());
    Path file = Ffmpeg.make(folder.resolve("c.mp4"), "-r 5 -i " + raw + " -c copy");

    assertHalves(Files.readAllBytes(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-c:v libx264 -bf 0 -s 640x360",
        "-c:v libx264 -bf 0 -pix_fmt yuv422p10le",
        "-c:v libx265 -tag:v hvc1 -x265-params log-level=error:bframes=0",
        "-c:v libvpx-vp9 -deadline realtime -cpu-used 8",
        "-c:v mpeg4 -s 352x288",
        "-c:v mjpeg -s 200x100"
      })
  void fromOneSampleEntryToAnother(String second) throws Exception {
    Part red = part("a.mp4", "-c:v libx264 -bf 0", "red");
    Part blue = part("b.mp4", second, "blue");

    assertHalves(movie(List.of(red, blue)));
    Part encrypted = new Part(named(blue.entry, "encv"), blue.samples);
    Sheet sheet = sheet(movie(List.of(red, encrypted)));
    assertThat(sheet.cues).isEqualTo(SECONDS);
    assertThat(sheet.tilesOf("red")).isEqualTo(SECONDS);
  }

  /** Expects a picture for each second, those of the first half red and the others blue. */
  private void assertHalves(byte[] file) throws Exception {
    Sheet sheet = sheet(file);
    assertThat(sheet.cues).isEqualTo(2 * SECONDS);
    assertThat(sheet.tilesOf("red")).isEqualTo(SECONDS);
    assertThat(sheet.tilesOf("blue")).isEqualTo(SECONDS);
  }

  private byte[] made(String name, String coding, String color) throws Exception {
    return Files.readAllBytes(
        Ffmpeg.make(
            folder.resolve(name),
            "-f lavfi -i color=c=%s:size=320x180:rate=5:duration=%d -g 5 ".formatted(color, SECONDS)
                + coding));
  }

  /** Samples of five frames a second, of which every fifth is a keyframe. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  private record Part(byte[] entry, List<byte[]> samples) {}

  private Part part(String name, String coding, String color) throws Exception {
    byte[] file = made(name, coding, color);
    Track track = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT).video().orElseThrow();
    var samples = new ArrayList<byte[]>();
    SampleCursor cursor = track.samples().cursor();
    for (Sample it = cursor.next(); it != null; it = cursor.next()) {
      int at = (int) it.offset();
      samples.add(Arrays.copyOfRange(file, at, at + it.size()));
    }
    int entry = new String(file, ISO_8859_1).indexOf("stsd") + 12;
    int size = ByteBuffer.wrap(file).getInt(entry);
    return new Part(Arrays.copyOfRange(file, entry, entry + size), samples);
  }

  private static byte[] named(byte[] entry, String type) {
    byte[] copy = entry.clone();
    System.arraycopy(type.getBytes(ISO_8859_1), 0, copy, 4, 4);
    return copy;
  }

  /** Makes a movie with a chunk and a sample entry for each part. */
  private static byte[] movie(List<Part> parts) {
    List<byte[]> samples = parts.stream().flatMap(part -> part.samples.stream()).toList();
    var out = new BoxWriter();
    out.box("ftyp", ftyp -> ftyp.text("isom").u32(0).text("isom"));
    out.box("mdat", mdat -> samples.forEach(mdat::bytes));
    out.box(
        "moov",
        moov -> {
          moov.fullBox(
              "mvhd", 0, 0, it -> matrix(it.zeroes(8).u32(5).u32(0).zeroes(16)).zeroes(28));
          moov.box("trak", trak -> trak(trak, parts, samples));
        });
    return out.toByteArray();
  }

  private static BoxWriter matrix(BoxWriter out) {
    return out.u32(0x10000).zeroes(12).u32(0x10000).zeroes(12).u32(0x4000_0000);
  }

  private static void trak(BoxWriter trak, List<Part> parts, List<byte[]> samples) {
    trak.fullBox("tkhd", 0, 7, tkhd -> matrix(tkhd.zeroes(8).u32(1).zeroes(24)).zeroes(8));
    trak.box(
        "mdia",
        mdia -> {
          mdia.fullBox("mdhd", 0, 0, mdhd -> mdhd.zeroes(8).u32(5).u32(samples.size()).u32(0));
          mdia.fullBox("hdlr", 0, 0, hdlr -> hdlr.u32(0).text("vide").zeroes(13));
          mdia.box("minf", minf -> minf.box("stbl", stbl -> stbl(stbl, parts, samples)));
        });
  }

  private static void stbl(BoxWriter stbl, List<Part> parts, List<byte[]> samples) {
    stbl.fullBox(
        "stsd",
        0,
        0,
        stsd -> {
          stsd.u32(parts.size());
          parts.forEach(part -> stsd.bytes(part.entry));
        });
    stbl.fullBox("stts", 0, 0, stts -> stts.u32(1).u32(samples.size()).u32(1));
    stbl.fullBox(
        "stss",
        0,
        0,
        stss -> {
          stss.u32(samples.size() / 5);
          for (int i = 0; i < samples.size(); i += 5) {
            stss.u32(i + 1L);
          }
        });
    stbl.fullBox(
        "stsz",
        0,
        0,
        stsz -> {
          stsz.u32(0).u32(samples.size());
          samples.forEach(sample -> stsz.u32(sample.length));
        });
    stbl.fullBox(
        "stsc",
        0,
        0,
        stsc -> {
          stsc.u32(parts.size());
          for (int i = 0; i < parts.size(); i++) {
            stsc.u32(i + 1L).u32(parts.get(i).samples.size()).u32(i + 1L);
          }
        });
    stbl.fullBox(
        "stco",
        0,
        0,
        stco -> {
          stco.u32(parts.size());
          long offset = 20 + 8;
          for (Part part : parts) {
            stco.u32(offset);
            offset += part.samples.stream().mapToLong(sample -> sample.length).sum();
          }
        });
  }

  /** A storyboard and its number of cues. */
  private record Sheet(BufferedImage picture, int cues) {
    /** Counts tiles of a color. */
    int tilesOf(String color) {
      int columns = (int) Math.ceil(Math.sqrt(cues));
      int found = 0;
      for (int i = 0; i < cues; i++) {
        int rgb = picture.getRGB(i % columns * 160 + 80, i / columns * 90 + 45);
        boolean red = (rgb >> 16 & 255) > 200 && (rgb & 255) < 60;
        boolean blue = (rgb >> 16 & 255) < 60 && (rgb & 255) > 200;
        found += (color.equals("red") ? red : blue) ? 1 : 0;
      }
      return found;
    }
  }

  private static Sheet sheet(byte[] file) throws Exception {
    var harness = new PipelineHarness();
    VideoSettings settings =
        PipelineHarness.settings(Map.of("darkroom.engine", PipelineHarness.engine()));
    var outcome = (Outcome.Completed) harness.process(harness.put("a.mp4", file), settings);
    List<String> keys =
        outcome.renditions().stream()
            .filter(it -> it.name().equals("storyboard"))
            .map(Rendition::key)
            .toList();
    String cues = new String(harness.stored(ending(keys, ".vtt")), ISO_8859_1);
    byte[] jpeg = harness.stored(ending(keys, ".jpg"));
    return new Sheet(
        ImageIO.read(new ByteArrayInputStream(jpeg)),
        (int) cues.lines().filter(line -> line.contains("-->")).count());
  }

  private static String ending(List<String> keys, String ending) {
    return keys.stream().filter(key -> key.endsWith(ending)).findFirst().orElseThrow();
  }
}
