package dev.darkroom.codec.keyframe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.Tool;
import dev.darkroom.codec.keyframe.SampleCheck.Verdict;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCheckTest {
  private static final int HEAD = 2048;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.mp4 -c:v libx264 -g 9 -bf 2 -x264-params scenecut=0",
        "a.mp4 -c:v libx264 -g 9 -bf 2 -x264-params scenecut=0:open-gop=1:slices=4",
        "a.mp4 -c:v libx264 -g 9 -x264-params scenecut=0:aud=1 -flags +ildct+ilme",
        "a.mp4 -c:v libx264 -tag:v avc3 -bsf:v dump_extra -g 9 -x264-params scenecut=0",
        "a.mp4 -c:v libx265 -x265-params log-level=error:keyint=9:open-gop=1:scenecut=0",
        "a.mp4 -c:v libx265 -x265-params log-level=error:keyint=9:open-gop=0:scenecut=0",
        "a.mp4 -c:v libvpx-vp9 -g 9 -deadline realtime -cpu-used 8",
        "a.mp4 -c:v libvpx-vp9 -g 9 -deadline realtime -cpu-used 8 -pix_fmt yuv444p12 -profile:v 3",
        "a.mp4 -c:v libaom-av1 -g 9 -usage realtime -cpu-used 8",
        "a.mp4 -c:v mpeg4 -g 9 -bf 2 -sc_threshold 1000000000",
        "a.mp4 -c:v mpeg2video -g 9 -bf 2 -sc_threshold 1000000000",
        "a.mov -c:v mpeg4 -tag:v XVID -g 9 -sc_threshold 1000000000",
        "a.mov -c:v svq1 -g 9 -pix_fmt yuv410p",
        "a.mov -c:v cinepak -g 9 -pix_fmt rgb24",
        "a.mp4 -c:v mpeg1video -g 9 -bf 0 -sc_threshold 1000000000",
        "a.3gp -c:v h263 -g 9 -sc_threshold 1000000000",
        "a.mov -c:v h263p -g 9 -sc_threshold 1000000000"
      })
  void agreesWithWhatEncodersMark(String line) throws Exception {
    String[] name = line.split(" ", 2);
    Path file = folder.resolve(name[0]);
    var arguments = new ArrayList<>(List.of("-v", "error", "-y", "-f", "lavfi", "-i"));
    arguments.addAll(List.of("testsrc2=size=352x288:rate=25:duration=1.2", "-strict", "-2"));
    arguments.addAll(Arrays.asList(name[1].split(" ")));
    arguments.add(file.toString());
    Tool.needed("ffmpeg").run(arguments.toArray(String[]::new));
    Mp4Source source = Mp4Source.of(Files.readAllBytes(file));
    Track track = Mp4Reader.read(source, Mp4Limits.DEFAULT).video().orElseThrow();
    SampleCheck check = SampleCheck.of(track.entry(1));
    var marked = new ArrayList<Verdict>();
    var whole = new ArrayList<Verdict>();
    var heads = new ArrayList<Verdict>();

    SampleCursor cursor = track.samples().cursor();
    for (Sample it = cursor.next(); it != null; it = cursor.next()) {
      marked.add(it.keyframe() ? Verdict.KEYFRAME : Verdict.DEPENDENT);
      whole.add(check.check(source.read(it.offset(), it.size())));
      heads.add(check.check(source.read(it.offset(), Math.min(HEAD, it.size()))));
    }

    assertThat(marked).hasSize(30).contains(Verdict.KEYFRAME, Verdict.DEPENDENT);
    assertThat(whole).isEqualTo(marked);
    assertThat(heads).isEqualTo(marked);
  }

  @ParameterizedTest
  @CsvSource({
    // An I slice and a P slice of one picture, then two fields of which the second refers.
    "avc1, 00000002 41 b8  00000002 41 5a, DEPENDENT",
    "avc1, 00000002 41 b8  00000002 41 e0, KEYFRAME",
    // Parameter sets and metadata alone.
    "avc1, 00000002 67 42  00000002 06 05, UNKNOWN",
    "avc1, 00000000, UNKNOWN",
    "avc1, 00000100 65, KEYFRAME",
    "hvc1, 00000003 26 01 af, KEYFRAME",
    "hvc1, 00000003 02 01 d0, DEPENDENT",
    // The picture of a second layer does not count.
    "hvc1, 00000003 26 09 af 00000003 02 01 d0, DEPENDENT",
    "vp08, 10 02 00 9d 01 2a, KEYFRAME",
    "vp08, 31 02 00, DEPENDENT",
    "vp09, 82 49 83 42, KEYFRAME",
    "vp09, 86 00, DEPENDENT",
    "vp09, 88, DEPENDENT",
    "vp09, 00, UNKNOWN",
    "av01, 12 00 32 01 10, KEYFRAME",
    "av01, 12 00 32 01 30, DEPENDENT",
    // A shown again frame; a still picture without a frame type.
    "av01, 1a 01 80, DEPENDENT",
    "av01, 0a 01 18 32 01 ff, KEYFRAME",
    "av01, 12 00, UNKNOWN",
    "apcn, 00000100 69637066, UNKNOWN"
  })
  void readsHeaders(String format, String hex, Verdict verdict) throws Exception {
    byte[] sample = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThat(SampleCheck.of(entry(format, false)).check(new ByteReader(sample)))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "avc1, avcC, 4, 0, 02 09f0 02 65b8, KEYFRAME",
    "avc1, avcC, 4, 1, 0002 09f0 0002 41e0, DEPENDENT",
    "avc1, avcC, 4, 3, 00000002 09f0 00000002 65b8, KEYFRAME",
    "hvc1, hvcC, 21, 0, 03 460150 03 2601af, KEYFRAME",
    "hvc1, hvcC, 21, 1, 0003 460150 0003 0201d0, DEPENDENT"
  })
  void lengthsHaveTheSizeThatTheConfigurationStates(
      String format, String box, int at, int lengthSize, String hex, Verdict verdict)
      throws Exception {
    byte[] configuration = new byte[23];
    configuration[at] = (byte) (0xfc | lengthSize);
    var entry =
        new SampleEntry(
            format, format, false, 64, 64, 24, null, null, null, Map.of(box, configuration));
    byte[] sample = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThat(SampleCheck.of(entry).check(new ByteReader(sample))).isEqualTo(verdict);
  }

  @Test
  void encryptedSamplesTellNothing() throws Exception {
    byte[] sample = HexFormat.of().parseHex("000000026588");

    assertThat(SampleCheck.of(entry("avc1", true)).check(new ByteReader(sample)))
        .isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void startCodesInPlaceOfLengthsAreNamed() {
    byte[] sample = HexFormat.of().parseHex("000000016742c00c000000016588");

    assertThatThrownBy(() -> SampleCheck.of(entry("avc1", false)).check(new ByteReader(sample)))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("start codes (Annex B) where lengths belong");
  }

  private static SampleEntry entry(String format, boolean encrypted) {
    return new SampleEntry(format, format, encrypted, 64, 64, 24, null, null, null, Map.of());
  }
}
