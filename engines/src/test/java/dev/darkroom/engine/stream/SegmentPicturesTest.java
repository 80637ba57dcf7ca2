package dev.darkroom.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.profile.CodecProfile;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import dev.darkroom.engine.stream.StreamResult.Coded;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures come out upright, progressive and in the colors of BT.709, whatever went in. */
class SegmentPicturesTest {
  private static final int FRAMES = 8;
  private static final Size SIZE = new Size(320, 240);
  private static final String BARS = "testsrc=s=320x240:r=25";

  /** What coding costs these pictures is 2 to 4; wrong colors or places cost 7 and more. */
  private static final double TOLERANCE = 5;

  @TempDir private static Path folder;

  private final Encoding encoding = new Encoding(folder);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bt601  | tv | yuv420p     |  6 | false | -c:v libx264 -crf 8
          bt709  | tv | yuv420p     |  1 | false | -c:v libx264 -crf 8
          bt709  | pc | yuv420p     |  1 | true  | -c:v libx264 -crf 8 -color_range pc
          bt601  | pc | yuvj422p    |  5 | true  | -c:v mjpeg -q:v 2
          bt2020 | tv | yuv420p10le |  9 | false | -c:v libx265 -x265-params log-level=error:crf=8 -tag:v hvc1
          bt709  | tv | yuv422p10le |  1 | false | -c:v libx264 -crf 8
          bt709  | tv | yuv444p     |  1 | false | -c:v libx264 -crf 8
          bt601  | tv | yuv422p10le |    |       | TAGGED smpte170m
          bt709  | tv | yuv422p10le |    |       | TAGGED bt709
          bt709  | pc | yuv420p     |    |       | -c:v libx264 -crf 8 -colorspace bt709 -color_range pc
          bt601  | tv | yuv420p     |    |       | -c:v libx264 -crf 8
          bt601  | tv | yuv420p     |    |       | -c:v mpeg4 -q:v 2
          bt601  | tv | rgb24       |    |       | -c:v qtrle
          bt601  | tv | rgb24       |    |       | -c:v rawvideo
          """)
  void keepTheirColors(
      String matrix,
      String range,
      String format,
      @Nullable Integer number,
      @Nullable Boolean fullRange,
      String options)
      throws Exception {
    String filters =
        " -vf scale=out_color_matrix=%s:out_range=%s:flags=accurate_rnd,format=%s"
            .formatted(matrix, range, format);
    String all =
        options.startsWith("TAGGED")
            ? "-c:v prores_ks" + filters + ",setparams=colorspace=" + options.substring(7)
            : options + filters;
    SegmentInput input = SegmentInput.of(encoding.make(BARS, "-frames:v " + FRAMES + " " + all));
    Color color = number == null ? null : new Color(2, 2, number, fullRange);

    Coded coded = code(input, Orientation.NONE, false, color);

    assertThat(difference(coded, BARS)).isLessThan(TOLERANCE);
    Track track = coded.movie().tracks().getFirst();
    SampleEntry entry = Objects.requireNonNull(track.entry());
    assertThat(CodecProfile.of(entry).color()).isEqualTo(new Color(1, 1, 1, false));
  }

  /** Decoders take pictures without a matrix for BT.601, but large ones are BT.709. */
  @Test
  void ofHighDefinitionThatNobodyDescribesAreBt709() throws Exception {
    String large = "testsrc=s=1280x720:r=25";
    SegmentInput input =
        SegmentInput.of(
            encoding.make(
                large,
                "-frames:v 2 -vf scale=out_color_matrix=bt709,format=yuv420p"
                    + " -c:v libx264 -preset ultrafast -crf 8"));

    StreamResult result =
        RealCoder.needed().code(input.request(new Size(1280, 720)), input, RealCoder.LIMITS);

    byte[] pictures = encoding.decoded(((Coded) result).file(), 0);
    assertThat(Encoding.difference(pictures, Encoding.rgb(large, 2))).isLessThan(3);
  }

  @ParameterizedTest
  @CsvSource({"bt2020, 9, bt2020nc, 9", "smpte432, 12, bt709, 1"})
  void ofAWideGamutDoNotBecomePale(String primaries, int number, String matrix, int code)
      throws Exception {
    String flat = "smptebars=s=320x240:r=25";
    String wide =
        ("-frames:v %d -vf scale=out_color_matrix=bt709:out_range=tv,format=yuv444p10le,"
                + "zscale=min=bt709:rin=limited:tin=bt709:pin=bt709:m=%s:t=bt709:p=%s,"
                + "format=yuv420p10le -c:v libx265 -x265-params log-level=error:crf=8 -tag:v hvc1")
            .formatted(FRAMES, matrix, primaries);
    SegmentInput input = SegmentInput.of(encoding.make(flat, wide));

    Coded pale = code(input, Orientation.NONE, false, new Color(1, 1, code, false));
    Coded coded = code(input, Orientation.NONE, false, new Color(number, 1, code, false));

    double lost = difference(pale, flat);
    assertThat(difference(coded, flat)).isLessThan(lost / 2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
            0 | false | null
            0 | true  | hflip
           90 | false | transpose=cclock
          180 | false | hflip,vflip
          270 | false | transpose=clock
           90 | true  | transpose=cclock,hflip
          270 | true  | transpose=clock,hflip
          """)
  void areTurnedUpright(int rotation, boolean mirrored, String before) throws Exception {
    String options = "-c:v libx264 -crf 8 -frames:v %d -vf %s".formatted(FRAMES, before);
    SegmentInput input = SegmentInput.of(encoding.make(BARS, options));

    Coded coded = code(input, new Orientation(rotation, mirrored), false, null);

    assertThat(difference(coded, BARS)).isLessThan(TOLERANCE);
  }

  @Test
  void ofTwoFieldsBecomeProgressive() throws Exception {
    Path path =
        encoding.make(
            "testsrc2=s=320x240:r=50,gblur=sigma=2,scroll=h=0.02",
            "-vf tinterlace=interleave_top,fieldorder=tff -c:v libx264 -crf 8"
                + " -flags +ildct+ilme -frames:v "
                + FRAMES);
    SegmentInput input = SegmentInput.of(path);
    byte[] reference = Encoding.rgb(path, "bwdif=mode=send_frame", FRAMES);

    Coded combed = code(input, Orientation.NONE, false, null);
    Coded progressive = code(input, Orientation.NONE, true, null);

    assertThat(Encoding.difference(encoding.decoded(combed.file(), 0), reference)).isGreaterThan(8);
    assertThat(Encoding.difference(encoding.decoded(progressive.file(), 0), reference))
        .isLessThan(7);
  }

  @Test
  void thatAreProgressiveStaySoEvenIfSomeMayHaveTwoFields() throws Exception {
    SegmentInput input =
        SegmentInput.of(encoding.make(BARS, "-c:v libx264 -crf 8 -frames:v " + FRAMES));

    Coded plain = code(input, Orientation.NONE, false, null);
    Coded checked = code(input, Orientation.NONE, true, null);

    assertThat(encoding.decoded(checked.file(), 0)).isEqualTo(encoding.decoded(plain.file(), 0));
  }

  /** The white of paper is 0.58 of PQ's range and 0.75 of HLG's (ITU-R BT.2408, table 1). */
  @ParameterizedTest
  @CsvSource({"16, 573", "18, 721"})
  void ofHighRangeShowPaperWhite(int transfer, int luma) throws Exception {
    SegmentInput input =
        SegmentInput.of(
            encoding.make(
                "color=black:s=320x240:r=25,format=yuv420p10le,geq=lum=%d:cb=512:cr=512"
                    .formatted(luma),
                Encoding.HEVC + " -pix_fmt yuv420p10le -frames:v " + FRAMES));

    Coded coded = code(input, Orientation.NONE, false, new Color(9, transfer, 9, false));

    // Luma 200 of 16 to 235.
    int gray = (200 - 16) * 255 / 219;
    for (byte sample : encoding.decoded(coded.file(), 0)) {
      assertThat(sample & 255).isBetween(gray - 8, gray + 8);
    }
  }

  @Test
  void haveEachSizeThatIsAskedFor() throws Exception {
    String odd = "testsrc=s=321x241:r=25";
    SegmentInput input =
        SegmentInput.of(encoding.make(odd, "-c:v libx264 -pix_fmt yuv444p -frames:v " + FRAMES));

    StreamResult result =
        RealCoder.needed()
            .code(
                input.request(new Size(320, 240), new Size(160, 120), new Size(98, 74)),
                input,
                RealCoder.LIMITS);

    Coded coded = (Coded) result;
    assertThat(coded.movie().tracks())
        .extracting(track -> Objects.requireNonNull(track.entry()).width())
        .containsExactly(320, 160, 98);
    byte[] small = encoding.decoded(coded.file(), 1);
    byte[] reference = Encoding.rgb(odd + ",scale=160:120", FRAMES);
    assertThat(Encoding.difference(small, reference)).isLessThan(8);
  }

  private Coded code(
      SegmentInput input, Orientation orientation, boolean interlaced, @Nullable Color color)
      throws Exception {
    SegmentRequest request = input.request(List.of(SIZE), orientation, interlaced, color);
    StreamResult result = RealCoder.needed().code(request, input, RealCoder.LIMITS);
    assertThat(result).isInstanceOf(Coded.class);
    return (Coded) result;
  }

  private double difference(Coded coded, String source) throws Exception {
    return Encoding.difference(encoding.decoded(coded.file(), 0), Encoding.rgb(source, FRAMES));
  }
}
