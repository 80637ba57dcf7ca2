package dev.darkroom.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import dev.darkroom.engine.stream.StreamResult.Coded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A frame leaves the coder with the time with which it came. */
class SegmentTimesTest {
  private static final String VARIABLE =
      " -vf settb=1/90000,setpts=N*3003+700*mod(N\\,4) -fps_mode passthrough -enc_time_base 1/90000";

  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          30000    | 60 | -c:v libx264 -preset veryfast -bf 3
          15360    | 60 | -c:v libx264 -preset veryfast -bf 3 -g 15
          600      | 24 | -c:v libx264 -preset ultrafast
          1000     | 30 | -c:v libx264 -preset veryfast -bf 3
          10000000 | 30 | -c:v libx264 -preset veryfast -bf 3
          90000    | 60 | -c:v libx264 -preset veryfast -bf 3 VARIABLE
          90000    | 60 | HEVC VARIABLE
          12800    |  1 | -c:v libx264 -preset veryfast
          12800    |  1 | HEVC
          12800    |  2 | HEVC
          2        |  2 | -c:v mpeg4
          24       | 30 | -c:v mjpeg -pix_fmt yuvj420p
          25       | 30 | -c:v prores_ks -pix_fmt yuv422p10le
          1000000  | 30 | -c:v mpeg2video -bf 2 -g 12
          """)
  void areThoseOfTheInput(int timescale, int frames, String options) throws Exception {
    StreamCoder coder = RealCoder.needed();
    String all =
        options.replace("HEVC", Encoding.HEVC).replace("VARIABLE", VARIABLE.strip())
            + " -video_track_timescale %d -frames:v %d".formatted(timescale, frames);
    String source = "testsrc2=s=176x144:r=" + (timescale == 2 ? 2 : timescale == 24 ? 24 : 25);
    SegmentInput input = SegmentInput.of(new Encoding(folder).make(source, all));

    List<List<Long>> times = times(coder, input, new Size(176, 144), new Size(88, 72));

    assertThat(input.shown()).hasSize(frames);
    assertThat(times.getFirst()).isEqualTo(input.shown());
    assertThat(times.getLast()).isEqualTo(input.shown());
  }

  @Test
  void segmentsOfAnOpenGroupTogetherShowEveryFrameOnce() throws Exception {
    StreamCoder coder = RealCoder.needed();
    Path path = openGroups(120);
    var together = new ArrayList<Long>();

    for (long start = 0; start < 120_000; start += 30_000) {
      SegmentInput input = SegmentInput.of(path, start, 30_000);
      long from = start;
      times(coder, input, new Size(176, 144)).getFirst().forEach(time -> together.add(from + time));
    }

    assertThat(together).isEqualTo(SegmentInput.of(path).shown());
  }

  @Test
  void aSegmentMayStartBetweenKeyframes() throws Exception {
    StreamCoder coder = RealCoder.needed();
    Path path = openGroups(90);
    SegmentInput input = SegmentInput.of(path, 17_000, 31_500);

    List<Long> times = times(coder, input, new Size(176, 144)).getFirst();

    assertThat(times).hasSize(32).isEqualTo(input.shown());
  }

  @ParameterizedTest
  @CsvSource({"12800, 30", "10000000, 30", "30000, 1"})
  void ofTwoFieldsAreThoseOfTheInput(int timescale, int frames) throws Exception {
    StreamCoder coder = RealCoder.needed();
    String options =
        ("-vf tinterlace=interleave_top,fieldorder=tff -c:v libx264 -preset veryfast"
                + " -flags +ildct+ilme -video_track_timescale %d -frames:v %d")
            .formatted(timescale, frames);
    SegmentInput input =
        SegmentInput.of(new Encoding(folder).make("testsrc2=s=176x144:r=50", options));
    List<Size> rungs = List.of(new Size(176, 144));

    StreamResult result =
        coder.code(input.request(rungs, Orientation.NONE, true, null), input, RealCoder.LIMITS);

    assertThat(input.shown()).hasSize(frames);
    assertThat(times(result, input).getFirst()).isEqualTo(input.shown());
  }

  @Test
  void keyframesAreFourSecondsApartAtMost() throws Exception {
    StreamCoder coder = RealCoder.needed();
    SegmentInput input =
        SegmentInput.of(
            new Encoding(folder)
                .make("testsrc2=s=176x144:r=10", "-c:v libx264 -preset veryfast -frames:v 110"));

    StreamResult result =
        coder.code(input.request(new Size(176, 144), new Size(88, 72)), input, RealCoder.LIMITS);

    for (Track track : ((Coded) result).movie().tracks()) {
      var keyframes = new ArrayList<Long>();
      SampleCursor cursor = track.samples().cursor();
      for (Sample next = cursor.next(); next != null; next = cursor.next()) {
        if (next.keyframe()) {
          keyframes.add(next.time() + next.compositionOffset() - input.lead());
        }
      }
      long seconds = track.timescale();
      assertThat(keyframes).contains(0L, 4 * seconds, 8 * seconds);
    }
  }

  @Test
  void segmentsOfAVideoShareTheirConfiguration() throws Exception {
    StreamCoder coder = RealCoder.needed();
    Path path =
        new Encoding(folder)
            .make(
                "testsrc2=s=176x144:r=25",
                "-c:v libx264 -preset veryfast -g 10 -frames:v 21 " + VARIABLE.strip());
    SegmentRequest whole = SegmentInput.of(path).request(new Size(176, 144));
    var configurations = new ArrayList<byte[]>();

    for (long[] segment : new long[][] {{0, 30_030}, {30_030, 30_030}, {60_060, 1_000}}) {
      SegmentInput input = SegmentInput.of(path, segment[0], segment[1]);
      SegmentRequest request =
          new SegmentRequest(
              whole.timescale(),
              input.lead(),
              segment[1],
              whole.orientation(),
              false,
              null,
              whole.frameRate(),
              whole.rungs());
      Coded coded = (Coded) coder.code(request, input, RealCoder.LIMITS);
      SampleEntry entry = Objects.requireNonNull(coded.movie().tracks().getFirst().entry());
      configurations.add(entry.configurations().get("avcC"));
    }

    assertThat(configurations).hasSize(3).containsOnly(configurations.getFirst());
  }

  /** Makes HEVC with an open group of pictures a second, in ticks of 1/30,000 s. */
  private static Path openGroups(int frames) throws Exception {
    return new Encoding(folder)
        .make(
            "testsrc2=s=176x144:r=30",
            Encoding.HEVC + " -video_track_timescale 30000 -frames:v " + frames);
  }

  private static List<List<Long>> times(StreamCoder coder, SegmentInput input, Size... rungs)
      throws Exception {
    return times(coder.code(input.request(rungs), input, RealCoder.LIMITS), input);
  }

  /** Lists when the frames of each track are shown, in ticks from the segment's start. */
  private static List<List<Long>> times(StreamResult result, SegmentInput input) throws Malformed {
    assertThat(result).isInstanceOf(Coded.class);
    var all = new ArrayList<List<Long>>();
    for (Track track : ((Coded) result).movie().tracks()) {
      var times = new ArrayList<Long>();
      SampleCursor cursor = track.samples().cursor();
      for (Sample next = cursor.next(); next != null; next = cursor.next()) {
        times.add(next.time() + next.compositionOffset() - input.lead());
      }
      all.add(times.stream().sorted().toList());
    }
    return all;
  }
}
