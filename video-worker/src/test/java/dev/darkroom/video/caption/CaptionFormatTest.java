package dev.darkroom.video.caption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.mp4.BoxWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptionFormatTest {
  @Test
  void timedTextIsUtf8Utf16OrWhatOldProgramsWrote() throws Exception {
    assertThat(timed("Grüße".getBytes(StandardCharsets.UTF_8))).isEqualTo("Grüße");
    assertThat(timed("Grüße".getBytes(StandardCharsets.UTF_16))).isEqualTo("Grüße");
    assertThat(timed("Grüße".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Grüße");
  }

  @Test
  void noTextCanEndItsCueOrBecomeMarkup() throws Exception {
    assertThat(
            timed("a <b> & c\r\n\r\n00:01 --> 00:02\n\u0000 \n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("a &lt;b&gt; &amp; c\n00:01 --&gt; 00:02");
    assertThat(vtt("<i>a</i>\n\n1 --> 2")).isEqualTo("<i>a</i>\n1 --&gt; 2");
  }

  @Test
  void aTextMayClaimToBeLongerThanItsSample() throws Exception {
    assertThat(CaptionFormat.TIMED_TEXT.text(new ByteReader(new byte[] {9, 9, 'a'})))
        .isEqualTo("a");
  }

  @Test
  void cuesOfOneSampleAreShownTogether() throws Exception {
    assertThat(vtt("one", "two")).isEqualTo("one\ntwo");
    byte[] empty = new BoxWriter().box("vtte", box -> {}).toByteArray();
    assertThat(CaptionFormat.WEB_VTT.text(new ByteReader(empty))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"eng, en", "deu, de", "ger, de", "gsw, gsw", "und, ''"})
  void languagesHaveTheirShortestName(String letters, String name) {
    int code = letters.chars().reduce(0, (before, letter) -> before << 5 | (letter - 0x60));
    assertThat(Language.of(code)).isEqualTo(name);
  }

  @Test
  void quickTimeNumbersLanguages() {
    assertThat(Language.of(2)).isEqualTo("de");
    assertThat(Language.of(0)).isEmpty();
    assertThat(Language.of(1023)).isEmpty();
    assertThat(Language.of(0x7fff)).isEmpty();
  }

  @Test
  void aFileHasAHeaderAndTimes() {
    assertThat(WebVtt.of(List.of(new Cue(1500, 3_725_004, "a"))))
        .isEqualTo("WEBVTT\n\n00:00:01.500 --> 01:02:05.004\na\n");
  }

  private static String timed(byte[] text) throws Exception {
    byte[] sample = new BoxWriter().u16(text.length).bytes(text).toByteArray();
    return CaptionFormat.TIMED_TEXT.text(new ByteReader(sample));
  }

  private static String vtt(String... cues) throws Exception {
    var sample = new BoxWriter();
    for (String cue : cues) {
      byte[] text = cue.getBytes(StandardCharsets.UTF_8);
      sample.box("vttc", box -> box.box("payl", payload -> payload.bytes(text)));
    }
    return CaptionFormat.WEB_VTT.text(new ByteReader(sample.toByteArray()));
  }
}
