package dev.darkroom.codec.mp4;

import static dev.darkroom.codec.mp4.Mp4Bytes.box;
import static dev.darkroom.codec.mp4.Mp4Bytes.ftyp;
import static dev.darkroom.codec.mp4.Mp4Bytes.full;
import static dev.darkroom.codec.mp4.Mp4Bytes.join;
import static dev.darkroom.codec.mp4.Mp4Bytes.mvhd;
import static dev.darkroom.codec.mp4.Mp4Bytes.text;
import static dev.darkroom.codec.mp4.Mp4Bytes.trak;
import static dev.darkroom.codec.mp4.Mp4Bytes.u32;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "F/2.8, SS 206.14, ISO 150, EV 0, GPS (-122.3699, 37.8166, 15), D 24.27m, H 6.00m",
        "[iso : 110] [shutter : 1/200.0] [fnum : 170] [latitude: 48.857700] [longtitude: 2.295000]",
        "HOME(2.2950,48.8577) 2024.05.06 12:34:56",
        "2024-05-06 12:34:56 48.85771 2.29503 31",
        "2024/05/06 12:34:56 N:48.8577 E:2.2950 52 km/h",
        "48°51'28\"N 2°17'42\"E",
        "48\u00b051.462' N, 002\u00b017.700' E",
        "+48.8577+002.2950/",
        "$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A",
        "2024-05-06 12:34:56",
        "Lat: 48.85 Long: 2.29 Alt: 31",
        "ISO:100 Shutter:60 EV:0",
      })
  void readingsAreNoCaptions(String reading) throws Exception {
    assertThat(isIn(UTF_8, List.of(reading, reading, reading))).isTrue();
    assertThat(isIn(UTF_16, List.of("", reading, ""))).isTrue();
    assertThat(isIn(UTF_16BE, List.of(reading))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Good morning, Mr. Phelps.",
        "1989: the number! Another summer.",
        "Flight 370 left at 12:41 for gate 12.",
        "π is 3.14159265358979 or so.",
        "Call 555-867-5309 now, from 9 to 5.",
        "Das Gebäude ist 324 m hoch, 10.100 t schwer.",
        "10 9 8 7 6 5 4 3 2 1",
        "Chapter 12",
        "<p begin=\"00:00:01.500\" end=\"00:00:03.250\">The north, 48 degrees.</p>",
        "Взлетаем в 7.30, температура 21.5",
        "今日は2024年5月6日です",
      })
  void captionsAreKept(String caption) throws Exception {
    List<String> texts = List.of("Where are we?", caption, "", "Another line, for good.");
    assertThat(isIn(UTF_8, texts)).isFalse();
    assertThat(isIn(UTF_16, texts)).isFalse();
  }

  @Test
  void onePlaceAmongManyCaptionsIsEnough() throws Exception {
    String[] texts = new String[300];
    Arrays.fill(texts, "Nothing to see here.");
    assertThat(isIn(UTF_8, List.of(texts))).isFalse();
    texts[171] = "GPS 48.8577, 2.2950";
    assertThat(isIn(UTF_8, List.of(texts))).isTrue();
  }

  @Test
  void whatIsNoFormatOfCaptionsIsNone() throws Exception {
    assertThat(isIn("tx3g", UTF_8, List.of("Hello."))).isFalse();
    assertThat(isIn("gpmd", UTF_8, List.of("Hello."))).isTrue();
    assertThat(isIn("mett", UTF_8, List.of("Hello."))).isTrue();
  }

  @Test
  void samplesOutsideOfTheFileAreNoCaptions() throws Exception {
    byte[] file = file("tx3g", UTF_8, List.of("Hello.", "Goodbye."));
    Track track = captions(file);

    assertThat(Telemetry.isIn(track, Mp4Source.of(Arrays.copyOf(file, 40)))).isTrue();
  }

  private static boolean isIn(Charset charset, List<String> texts) throws Exception {
    return isIn("tx3g", charset, texts);
  }

  private static boolean isIn(String format, Charset charset, List<String> texts) throws Exception {
    byte[] file = file(format, charset, texts);
    return Telemetry.isIn(captions(file), Mp4Source.of(file));
  }

  private static Track captions(byte[] file) throws Exception {
    Track track = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT).tracks().getFirst();
    assertThat(track.kind()).isEqualTo(Track.Kind.CAPTION);
    return track;
  }

  /** Makes a file with one track of captions, each preceded by its length. */
  private static byte[] file(String format, Charset charset, List<String> texts) {
    long[] sizes = new long[texts.size()];
    byte[] media = {};
    for (int i = 0; i < sizes.length; i++) {
      byte[] coded = texts.get(i).getBytes(charset);
      media = join(media, ByteBuffer.allocate(2).putShort((short) coded.length).array(), coded);
      sizes[i] = 2L + coded.length;
    }
    byte[] track =
        trak(
            1,
            full("stsd", 0, u32(1), box(format, new byte[8], new byte[30])),
            full("stts", 0, u32(1, sizes.length, 100)),
            full("stsc", 0, u32(1, 1, sizes.length, 1)),
            full("stsz", 0, u32(0, sizes.length), u32(sizes)),
            full("stco", 0, u32(1, ftyp().length + 8)));
    int handler = new String(track, ISO_8859_1).indexOf("vide");
    System.arraycopy(text("sbtl"), 0, track, handler, 4);
    return join(ftyp(), box("mdat", media), box("moov", mvhd(1200), track));
  }
}
