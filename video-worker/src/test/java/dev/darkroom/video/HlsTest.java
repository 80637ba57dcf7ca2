package dev.darkroom.video;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.job.OutputKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream has every packet of the original, shown at the same time, as ffmpeg reads both. */
class HlsTest {
  private static final Pattern RANGE = Pattern.compile("#EXT-X-BYTERANGE:(\\d+)@(\\d+)");

  private final PipelineHarness harness = new PipelineHarness();
  private final VideoSettings settings =
      PipelineHarness.settings(Map.of("darkroom.video.hls", "true"));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain.mp4 | testsrc2=size=320x180:rate=25:duration=15 | -c:v libx264 -g 50 -bf 3 -c:a aac",
        "phone.mov | testsrc2=size=320x180:rate=30:duration=15 | -c:v libx264 -g 30 -c:a aac",
        "hevc.mp4  | testsrc2=size=320x180:rate=25:duration=15 | -c:v libx265 -tag:v hvc1"
            + " -x265-params log-level=error:keyint=50 -c:a aac",
        "mute.mp4  | testsrc2=size=320x180:rate=25:duration=15 | -c:v libx264 -g 50 -an",
        "noise.mp4 | nullsrc=size=640x360:rate=25:duration=15,geq=random(1)*255:128:128 |"
            + " -c:v libx264 -preset ultrafast -qp 20 -g 50 -c:a aac",
      })
  void theStreamHasEveryPacket(String name, String picture, String coding) throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path original =
        Ffmpeg.make(
            folder.resolve(name),
            "-f lavfi -i " + picture + " -f lavfi -i sine=frequency=440:duration=15 " + coding);

    if (name.equals("phone.mov")) {
      original = Ffmpeg.turned(original);
    }

    Path stream = stream(original);

    assertThat(Ffmpeg.list(stream, "v:0", "stream_side_data=rotation"))
        .isEqualTo(Ffmpeg.list(original, "v:0", "stream_side_data=rotation"));
    List<String> shown = packets(original, "v");
    assertThat(fromZero(packets(stream, "v"))).isEqualTo(fromZero(shown)).hasSizeGreaterThan(100);
    assertThat(packets(only("stream-*.m3u8"), "v").stream().map(HlsTest::hash).toList())
        .containsExactlyElementsOf(shown.stream().map(HlsTest::hash).toList());
    if (!name.equals("mute.mp4")) {
      // The stream may lack frames before the start, which hold only the encoder's priming.
      List<String> heard = packets(original, "a");
      List<String> streamed = packets(stream, "a");
      int dropped = heard.size() - streamed.size();
      assertThat(dropped).isBetween(0, 2);
      assertThat(streamed.stream().map(HlsTest::hash).toList())
          .isEqualTo(heard.subList(dropped, heard.size()).stream().map(HlsTest::hash).toList());
      assertThat(start(stream, "a") - start(stream, "v"))
          .isCloseTo(time(heard.get(dropped)) - start(original, "v"), within(0.002));
    }
    assertThat(harness.store.unfinished()).isZero();
  }

  @Test
  void segmentsFollowEachOtherToTheEnd() throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path original =
        Ffmpeg.make(
            folder.resolve("plain.mp4"),
            "-f lavfi -i testsrc2=size=320x180:rate=25:duration=15 -c:v libx264 -g 50");

    Path stream = stream(original);

    String playlist = Files.readString(only("stream-*.m3u8"));
    byte[] bytes = Files.readAllBytes(stream);
    Matcher ranges = RANGE.matcher(playlist);
    var starts = new ArrayList<Long>();
    int head = Integer.parseInt(playlist.replaceAll("(?s).*BYTERANGE=\"(\\d+)@0\".*", "$1"));
    assertThat(new String(bytes, head + 4, 4, StandardCharsets.ISO_8859_1)).isEqualTo("sidx");
    long end = head + (long) ByteBuffer.wrap(bytes).getInt(head);
    while (ranges.find()) {
      assertThat(Long.parseLong(ranges.group(2))).isEqualTo(end);
      starts.add(end);
      end += Long.parseLong(ranges.group(1));
    }
    assertThat(end).isEqualTo(bytes.length);
    assertThat(starts)
        .hasSize(3)
        .allMatch(
            start ->
                new String(bytes, start.intValue() + 4, 4, StandardCharsets.ISO_8859_1)
                    .equals("moof"));
    assertThat(playlist)
        .startsWith("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:6\n")
        .contains("#EXTINF:6.00000,\n")
        .contains("#EXTINF:3.00000,\n")
        .endsWith("#EXT-X-ENDLIST\n");
  }

  @ParameterizedTest
  @CsvSource({"15.5, 6.0 6.0 3.5", "24, 6.0 6.0 6.0 6.0", "3, 6.0 6.0 3.0"})
  void segmentsCoverSoundOfAnotherLength(double seconds, String durations) throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path original =
        Ffmpeg.make(
            folder.resolve("sound.mp4"),
            "-f lavfi -i testsrc2=size=320x180:rate=25:duration=15 -f lavfi -i sine=duration="
                + seconds
                + " -c:v libx264 -g 50 -bf 0 -c:a aac");

    Path stream = stream(original);

    assertThat(packets(stream, "a")).hasSizeGreaterThan((int) (seconds * 43));
    assertThat(
            Files.readAllLines(only("stream-*.m3u8")).stream()
                .filter(line -> line.startsWith("#EXTINF:"))
                .map(
                    line ->
                        Math.round(Double.parseDouble(line.replaceAll("[^0-9.]", "")) * 2) / 2.0)
                .map(Object::toString))
        .containsExactly(durations.split(" "));
  }

  /** Plays the parts that a playlist names, one after the other. */
  @ParameterizedTest
  @CsvSource({
    "own.mp4, -metadata title=x",
    "whole.mp4, -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1",
  })
  void aFragmentedFileIsStreamedFromItsOwnFragments(String name, String options) throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path original =
        Ffmpeg.make(
            folder.resolve(name),
            "-f lavfi -i testsrc2=size=320x180:rate=25:duration=21 -f lavfi -i sine=duration=21"
                + " -c:v libx264 -g 50 -bf 2 -c:a aac -movflags frag_keyframe+empty_moov "
                + options);
    var job = harness.put(name, Files.readAllBytes(original));

    var outcome = (Outcome.Completed) harness.process(job, settings);

    Rendition video = rendition(outcome, "video");
    String playlist = new String(harness.stored(rendition(outcome, "stream").key()), UTF_8);
    String file = playlist.replaceAll("(?s).*URI=\"([^\"]*)\".*", "$1");
    URI base = URI.create("/" + rendition(outcome, "stream").key());
    assertThat(base.resolve(file).toString()).isEqualTo("/" + video.key());
    assertThat(playlist.lines().filter(line -> line.startsWith("#EXTINF")).toList())
        .containsExactly(
            "#EXTINF:6.00000,", "#EXTINF:6.00000,", "#EXTINF:6.00000,", "#EXTINF:3.00000,");
    byte[] bytes = harness.stored(video.key());
    var joined = new ByteArrayOutputStream();
    int head = Integer.parseInt(playlist.replaceAll("(?s).*BYTERANGE=\"(\\d+)@0\".*", "$1"));
    joined.write(bytes, 0, head);
    for (Matcher range = RANGE.matcher(playlist); range.find(); ) {
      joined.write(bytes, Integer.parseInt(range.group(2)), Integer.parseInt(range.group(1)));
    }
    Path played = Files.write(folder.resolve("played.mp4"), joined.toByteArray());
    assertThat(Ffmpeg.packets(played)).isEqualTo(Ffmpeg.packets(original));
  }

  private static Rendition rendition(Outcome.Completed outcome, String name) {
    return outcome.renditions().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource("TRUNCATED_VIDEO, file ends")
  void whatCannotBeStreamedSaysWhy(Fixtures fixture, String words) throws Exception {
    var outcome =
        (Outcome.Completed)
            harness.process(harness.put(fixture.fileName(), fixture.bytes()), settings);

    assertThat(outcome.missing())
        .filteredOn(missing -> missing.name().equals("stream"))
        .extracting(Missing::message)
        .singleElement()
        .asString()
        .contains(words);
    assertThat(harness.store.unfinished()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"libx264 -bf 3", "libx265 -tag:v hvc1 -x265-params log-level=error"})
  void segmentsStartAtTrueKeyframesWhateverTheContainerClaims(String coding) throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path sound =
        Ffmpeg.make(
            folder.resolve("sound.mp4"),
            "-f lavfi -i testsrc2=size=320x180:rate=25:duration=15 -g 50 -c:v " + coding);
    byte[] withoutTable = Files.readAllBytes(sound);
    int table = new String(withoutTable, StandardCharsets.ISO_8859_1).indexOf("stss");
    withoutTable[table] = 'x';
    Path expected = stream(sound);
    byte[] bytes = Files.readAllBytes(expected);
    Files.delete(expected);

    Path claimed = stream(Files.write(folder.resolve("claimed.mp4"), withoutTable));

    assertThat(Files.readAllBytes(claimed)).isEqualTo(bytes);
  }

  private Path stream(Path original) throws Exception {
    var job = harness.put(original.getFileName().toString(), Files.readAllBytes(original));
    var outcome = (Outcome.Completed) harness.process(job, settings);
    assertThat(outcome.missing()).extracting(Missing::name).doesNotContain("stream");
    for (Rendition rendition : outcome.renditions()) {
      if (rendition.name().equals("stream")) {
        String file = OutputKeys.fileName(rendition.key());
        Files.write(folder.resolve(file), harness.stored(rendition.key()));
      }
    }
    return only("stream-*.mp4");
  }

  private Path only(String pattern) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
      return found.iterator().next();
    }
  }

  /** Returns presentation time, size and hash of each packet. */
  private static List<String> packets(Path file, String track) {
    return Ffmpeg.text(
            "ffprobe",
            "-v error -show_data_hash md5 -show_entries packet=pts_time,size,data_hash"
                + " -of csv=p=0 -select_streams "
                + track,
            file)
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static double start(Path file, String track) {
    return packets(file, track).stream().mapToDouble(HlsTest::time).min().orElseThrow();
  }

  private static double time(String packet) {
    return Double.parseDouble(packet.substring(0, packet.indexOf(',')));
  }

  /** Shifts times so that the first is 0, and drops sizes. */
  private static List<String> fromZero(List<String> packets) {
    double first = packets.stream().mapToDouble(HlsTest::time).min().orElseThrow();
    return packets.stream()
        .map(packet -> Math.round((time(packet) - first) * 1000) + " " + hash(packet))
        .toList();
  }

  private static String hash(String packet) {
    return packet.substring(packet.indexOf("MD5:"));
  }
}
