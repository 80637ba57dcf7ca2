package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Ffmpeg;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captions of a video are there as WebVTT. */
class CaptionsTest {
  private static final String TEXT =
      """
      1
      00:00:00,500 --> 00:00:01,000
      Guten Tag & 5 > 3

      2
      00:00:01,200 --> 00:00:02,000
      zwei
      Zeilen
      """;

  private static final String CUES =
      """
      WEBVTT

      00:00:00.500 --> 00:00:01.000
      Guten Tag &amp; 5 &gt; 3

      00:00:01.200 --> 00:00:02.000
      zwei
      Zeilen
      """;

  private final PipelineHarness harness = new PipelineHarness();

  @TempDir private Path folder;

  private String texts = "";

  @BeforeEach
  void writeTexts() throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    texts = Files.writeString(folder.resolve("texts.srt"), TEXT).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "a.mp4, ''",
    "a.mov, ''",
    "split.mp4, -movflags frag_keyframe+empty_moov",
    "late.mp4, -movflags +faststart"
  })
  void captionsKeepTextTimesAndLanguage(String name, String options) throws Exception {
    Outcome.Completed outcome =
        completed(
            name,
            " -i %s -i %s -map 0 -map 1 -map 2 -c:s mov_text -metadata:s:s:0 language=ger"
                    .formatted(texts, texts)
                + " -metadata:s:s:1 language=ger "
                + options);

    assertThat(text(outcome, "captions-de")).isEqualTo(CUES);
    assertThat(text(outcome, "captions-de-2")).isEqualTo(CUES);
    assertThat(outcome.renditions())
        .filteredOn(it -> it.name().startsWith("captions"))
        .allSatisfy(it -> assertThat(it.contentType()).isEqualTo("text/vtt"));
  }

  @Test
  void captionsOfNoKnownLanguageAreNamedWithoutOne() throws Exception {
    Outcome.Completed outcome = completed("a.mp4", " -i " + texts + " -map 0 -map 1 -c:s mov_text");

    assertThat(text(outcome, "captions")).isEqualTo(CUES);
  }

  @Test
  void titlesOfChaptersAreNoCaptions() throws Exception {
    Path chapters =
        Files.writeString(
            folder.resolve("chapters.txt"),
            ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=2000\ntitle=One\n");

    Outcome.Completed outcome = completed("a.mp4", " -i " + chapters + " -map_chapters 1 -map 0");

    assertThat(outcome.renditions())
        .extracting(Rendition::name)
        .noneMatch(name -> name.startsWith("captions"));
  }

  @Test
  void whereTheVideoWasTakenIsNoCaption() throws Exception {
    String places = TEXT.replace("Guten Tag & 5 > 3", "GPS (13.3777, 52.5163, 40) H 20.10m");
    Path file = Files.writeString(folder.resolve("places.srt"), places);

    Outcome.Completed outcome = completed("a.mp4", " -i " + file + " -map 0 -map 1 -c:s mov_text");

    assertThat(outcome.renditions())
        .extracting(Rendition::name)
        .noneMatch(name -> name.startsWith("captions"));
  }

  @Test
  void captionsThatAreNotReadAreMissing() throws Exception {
    Path made = make("a.mp4", " -i " + texts + " -map 0 -map 1 -c:s mov_text");
    byte[] bytes = Files.readAllBytes(made);
    int entry = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tx3g");
    System.arraycopy(new byte[] {'s', 't', 'p', 'p'}, 0, bytes, entry, 4);

    var outcome = (Outcome.Completed) harness.process("a.mp4", bytes);

    assertThat(outcome.missing())
        .filteredOn(missing -> missing.name().equals("captions"))
        .extracting(Missing::message)
        .singleElement()
        .asString()
        .contains("Captions of stpp are not read.");
  }

  private Path make(String name, String options) {
    return Ffmpeg.make(
        folder.resolve(name),
        "-f lavfi -i testsrc2=size=160x90:rate=25:duration=3"
            + options
            + " -c:v libx264 -pix_fmt yuv420p -bf 0");
  }

  private Outcome.Completed completed(String name, String options) throws Exception {
    return (Outcome.Completed)
        harness.process(name, Files.readAllBytes(make(name, options.stripTrailing())));
  }

  private String text(Outcome.Completed outcome, String name) throws Exception {
    return new String(
        harness.stored(
            outcome.renditions().stream()
                .filter(rendition -> rendition.name().equals(name))
                .findFirst()
                .orElseThrow()
                .key()),
        StandardCharsets.UTF_8);
  }
}
