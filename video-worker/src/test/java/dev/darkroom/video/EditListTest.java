package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.EditedFile;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.job.OutputKeys;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that an edit list cuts away is shown, and everything is shown when it should be. */
class EditListTest {
  /** Second n of these 20 is gray of luma 30 + 10 n, and starts with a keyframe. */
  private static final String GRAYS =
      "-f lavfi -i nullsrc=size=160x90:rate=10:duration=20,"
          + "geq=lum='30+10*floor(T)':cb=128:cr=128 -f lavfi -i sine=duration=20"
          + " -c:v libx264 -pix_fmt yuv420p -g 10 -bf 2 -sc_threshold 0 -c:a aac";

  private static final Pattern CUE =
      Pattern.compile("00:00:(\\S+) --> 00:00:(\\S+)\n\\S+#xywh=(\\d+),(\\d+),160,90");

  @TempDir private static Path folder;

  private static Path grays = Path.of("");

  private final PipelineHarness harness = new PipelineHarness();
  private final VideoSettings settings =
      PipelineHarness.settings(Map.of("darkroom.video.hls", "true"));

  @BeforeAll
  static void makeGrays() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    grays = Ffmpeg.make(folder.resolve("grays.mp4"), GRAYS);
  }

  /**
   * @param edits of all tracks: seconds, start and rate of each piece
   * @param cues seconds at which a tile starts to be shown, and the second that it shows
   * @param duration in seconds
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7@5            | 0:5 1:6 2:7 3:8 4:9 5:10 6:11 |  7",
        "3@12 3@2       | 0:12 1:13 2:14 3:2 4:3 5:4    |  6",
        "5@-1 4@0       | 0:0 6:1 7:2 8:3               |  9",
        "2@3 4@-1 2@8   | 0:3 1:4 6:8 7:9               |  8",
        "2@3 2@3        | 0:3 1:4 2:3 3:4               |  4",
        "2@3 2@5 2@7    | 0:3 1:4 2:5 3:6 4:7 5:8       |  6",
        "5@7x0          | 0:7                           |  5",
        "2@3 3@7x0 1@9  | 0:3 1:4 2:7 5:9               |  6",
        "2@3x2          | 0:3 0.5:4 1:5 1.5:6           |  2",
        "4@3x0.5        | 0:3 2:4                       |  4",
        "0@15           | 0:15 1:16 2:17 3:18 4:19      |  5",
        "90@15          | 0:15 1:16 2:17 3:18 4:19      |  5",
        "2@3 9@25       | 0:3 1:4                       |  2",
        "2@25 2@3       | 0:3 3:4                       |  4",
        "1.5@3.5        | 0:4                           | 1.5",
        "2@3.5 2@7.5    | 0:4 1.5:5 2:8 3.5:9           |  4",
        "9@-1 3@17 1@-1 | 0:17 10:18 11:19              | 12",
      })
  void picturesShowWhatIsLeft(String edits, String cues, double duration) throws Exception {
    Outcome.Completed outcome = completed(edits);

    assertThat(Objects.requireNonNull(outcome.media().video()).durationMillis())
        .isCloseTo(Math.round(duration * 1000), within(101L));
    List<Cue> shown = cues(outcome);
    String text = String.join(" ", shown.stream().map(EditListTest::written).toList());
    assertThat(text).isEqualTo(cues.strip());
    assertThat(shown.getLast().until).isCloseTo(duration, within(0.101));
    assertThat(shown).extracting(Cue::second).contains(second(picture(outcome, "poster"), 0, 0));
  }

  @Test
  void theCopyKeepsTheEditsThatPlayersFollow() throws Exception {
    Outcome.Completed outcome = completed("3@12 2@-1 3@2");

    Path copy =
        Files.write(folder.resolve("copy.mp4"), harness.stored(key(outcome, "video", ".mp4")));
    assertThat(Packet.of(copy, "v"))
        .containsAll(edited(Packet.of(grays, "v"), EditedFile.Piece.parse("3@12 2@-1 3@2")));
    assertThat(Double.parseDouble(Ffmpeg.probe(copy, "v", "duration"))).isEqualTo(8, within(0.01));
  }

  @Test
  void whatHasNoKeyframeHasNoPictures() throws Exception {
    Outcome.Completed outcome = completed("0.5@3.3");

    assertThat(outcome.missing())
        .filteredOn(missing -> missing.name().equals("poster"))
        .singleElement()
        .satisfies(
            missing -> {
              assertThat(missing.code()).isEqualTo(ErrorCode.NO_PICTURE);
              assertThat(missing.message()).contains("keyframe");
            });
    assertThat(outcome.renditions()).extracting(Rendition::name).containsExactly("video");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7@5", "3@12 3@2", "5@-1 4@0", "2@3 4@-1 2@8", "2@3 2@3", "2.5@5 2@1"})
  void streamsShowWhatIsLeftWhenItShouldBe(String edits) throws Exception {
    List<EditedFile.Piece> pieces = EditedFile.Piece.parse(edits);
    Outcome.Completed outcome = completed(edits);
    Files.write(
        folder.resolve(OutputKeys.fileName(key(outcome, "stream", ".mp4"))),
        stored(outcome, "stream", ".mp4"));
    Path stream = Files.write(folder.resolve("stream.m3u8"), stored(outcome, "stream", ".m3u8"));

    List<Packet> pictures = Packet.of(stream, "v");
    List<Packet> wanted = edited(Packet.of(grays, "v"), pieces);
    double lead = pictures.getFirst().seconds - wanted.getFirst().seconds;
    // Frames after the end of a piece that others need are shown as well.
    assertThat(pictures.stream().map(packet -> packet.earlierBy(lead)).toList())
        .containsAll(wanted)
        .hasSizeBetween(wanted.size(), wanted.size() + (edits.contains("2.5@5") ? 2 : 0));
    // Frames of sound do not end where pieces do.
    List<Packet> sound = Packet.of(stream, "a").stream().map(it -> it.earlierBy(lead)).toList();
    List<Packet> heard = edited(Packet.of(grays, "a"), pieces);
    assertThat(sound)
        .hasSizeBetween(heard.size() - pieces.size(), heard.size() + pieces.size())
        .filteredOn(packet -> heard.stream().noneMatch(packet::isNear))
        .hasSizeLessThanOrEqualTo(2 * pieces.size());
    String playlist = Files.readString(stream);
    double seconds = pieces.stream().mapToDouble(EditedFile.Piece::seconds).sum();
    assertThat(
            playlist
                .lines()
                .filter(line -> line.startsWith("#EXTINF:"))
                .mapToDouble(line -> Double.parseDouble(line.substring(8, line.length() - 1)))
                .sum())
        .isCloseTo(seconds, within(0.3));
    assertThat(playlist.lines().filter("#EXT-X-DISCONTINUITY"::equals))
        .hasSize((int) pieces.stream().filter(piece -> piece.from() >= 0).count() - 1);
  }

  private static List<Packet> edited(List<Packet> packets, List<EditedFile.Piece> pieces) {
    var edited = new ArrayList<Packet>();
    double at = 0;
    for (EditedFile.Piece piece : pieces) {
      for (Packet packet : packets) {
        double from = packet.seconds - piece.from();
        if (piece.from() >= 0 && from > -0.001 && from < piece.seconds() - 0.001) {
          edited.add(packet.earlierBy(piece.from() - at));
        }
      }
      at += piece.seconds();
    }
    return edited;
  }

  /** A packet as ffprobe reads it, with its time rounded to milliseconds. */
  private record Packet(double seconds, String hash) {
    /** Returns a track's packets by time of presentation. */
    static List<Packet> of(Path file, String track) {
      return Ffmpeg.text(
              "ffprobe",
              "-v error -show_data_hash md5 -show_entries packet=pts_time,data_hash -of csv=p=0"
                  + " -select_streams "
                  + track,
              file)
          .lines()
          // A packet of priming sound has lines of its own, and is not heard.
          .filter(line -> line.matches("[0-9.]+,MD5.*"))
          .map(
              line ->
                  new Packet(
                      Double.parseDouble(line.substring(0, line.indexOf(','))),
                      line.substring(line.indexOf("MD5"))))
          .sorted(Comparator.comparingDouble(Packet::seconds))
          .toList();
    }

    Packet earlierBy(double by) {
      return new Packet(Math.round((seconds - by) * 1000) / 1000.0, hash);
    }

    boolean isNear(Packet other) {
      return hash.equals(other.hash) && Math.abs(seconds - other.seconds) < 0.002;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5@3.5 | between keyframes",
        "5@7x0   | another speed",
        "2@3x2   | another speed",
        "2@3 2@3 9@3 9@3 9@3 9@3 9@3 | repeats itself",
      })
  void aStreamThatWouldShowSomethingElseIsMissing(String edits, String words) throws Exception {
    assertThat(completed(edits).missing())
        .filteredOn(missing -> missing.name().equals("stream"))
        .extracting(Missing::message)
        .singleElement()
        .asString()
        .contains(words);
  }

  private Outcome.Completed completed(String edits) throws Exception {
    byte[] file = EditedFile.of(Files.readAllBytes(grays), EditedFile.Piece.parse(edits));
    return (Outcome.Completed) harness.process(harness.put("edited.mp4", file), settings);
  }

  private record Cue(double from, double until, long second) {}

  private static String written(Cue cue) {
    String from = Double.toString(Math.round(cue.from * 10) / 10.0);
    return from.replace(".0", "") + ":" + cue.second;
  }

  private List<Cue> cues(Outcome.Completed outcome) throws IOException {
    BufferedImage sheet = picture(outcome, "storyboard");
    String text = new String(stored(outcome, "storyboard", ".vtt"), StandardCharsets.UTF_8);
    var cues = new ArrayList<Cue>();
    for (var match = CUE.matcher(text); match.find(); ) {
      cues.add(
          new Cue(
              Double.parseDouble(match.group(1)),
              Double.parseDouble(match.group(2)),
              second(sheet, Integer.parseInt(match.group(3)), Integer.parseInt(match.group(4)))));
    }
    return cues;
  }

  private static long second(BufferedImage picture, int x, int y) {
    int gray = picture.getRGB(x + 80, y + 45) & 0xff;
    return Math.round((gray * 219 / 255.0 + 16 - 30) / 10);
  }

  private BufferedImage picture(Outcome.Completed outcome, String name) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(stored(outcome, name, ".jpg")));
  }

  private byte[] stored(Outcome.Completed outcome, String name, String extension)
      throws IOException {
    return harness.stored(key(outcome, name, extension));
  }

  private static String key(Outcome.Completed outcome, String name, String extension) {
    return outcome.renditions().stream()
        .filter(rendition -> rendition.name().equals(name))
        .map(Rendition::key)
        .filter(key -> key.endsWith(extension))
        .findFirst()
        .orElseThrow();
  }
}
