package dev.darkroom.video.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.stream.StreamInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decoding all segments by themselves gives the frames that decoding the whole file gives. */
class PlannedFilesTest {
  private static final String PICTURES = "-f lavfi -i testsrc2=size=160x90:rate=25:duration=";

  private static final long MICROS = 1_000_000;

  @TempDir private static Path folder;

  @BeforeAll
  static void needsFfmpeg() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "open.mp4   | 14 | -c:v libx265 -tag:v hvc1 -x265-params log-level=error:keyint=60:open-gop=1",
        "radl.mp4   | 14 | -c:v libx265 -x265-params log-level=error:keyint=60:radl=2:open-gop=0",
        "avc.mp4    | 14 | -c:v libx264 -g 50 -bf 3",
        "opengop.mp4| 14 | -c:v libx264 -x264-params keyint=50:open-gop=1:bframes=3",
        "nokey.mp4  | 70 | -c:v libx264 -preset ultrafast -bf 2 -x264-params keyint=infinite",
        "uneven.mp4 | 20 | -vf select='mod(n,7)*mod(n,5)' -fps_mode vfr -c:v libx264 -g 60",
        "vp9.mp4    | 10 | -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 50",
        "mpeg2.mp4  | 10 | -c:v mpeg2video -g 12 -bf 2",
        "intra.mov  | 10 | -c:v prores_ks",
        "split.mp4  | 14 | -c:v libx264 -g 50 -bf 2 -movflags frag_keyframe+empty_moov",
        "single.mp4 | 1  | -frames:v 1 -c:v libx264",
      })
  void segmentsHaveTheFramesOfTheFile(String name, int seconds, String coding) throws Exception {
    Path file = Ffmpeg.make(folder.resolve(name), PICTURES + seconds + " " + coding);

    List<String> whole = frames(file, 0, Long.MAX_VALUE, false);

    assertThat(segments(file)).containsExactlyElementsOf(whole);
  }

  /** Returns time in milliseconds and hash of each frame that a segment shows. */
  private static List<String> segments(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    Movie movie = Mp4Reader.read(Mp4Source.of(bytes), Mp4Limits.DEFAULT.allFragments());
    Track track = movie.video().orElseThrow();
    long timescale = StreamClock.ofPictures(track.timescale()).stream();
    record Planned(StreamInput input, long start, long length) {}
    var planned = new ArrayList<Planned>();
    assertThat(
            PlannedMovie.plan(
                track,
                bytes,
                (input, start, length) -> planned.add(new Planned(input, start, length))))
        .isNull();
    var shown = new ArrayList<String>();
    for (Planned segment : planned) {
      Path part = folder.resolve("part.mp4");
      Files.write(part, PlannedMovie.bytes(segment.input(), bytes));
      shown.addAll(
          frames(
              part, micros(segment.start(), timescale), micros(segment.length(), timescale), true));
    }
    return shown;
  }

  private static long micros(long ticks, long timescale) {
    return Math.round(ticks * (double) MICROS / timescale);
  }

  /**
   * Returns time and hash of some frames.
   *
   * @param start of the segment, in microseconds
   * @param length of the segment, in microseconds
   * @param led whether times start after a lead
   */
  private static List<String> frames(Path file, long start, long length, boolean led) {
    var frames = new TreeMap<Long, String>();
    for (String line :
        Ffmpeg.text(
                "ffmpeg",
                "-v error -copyts -i "
                    + file
                    + " -map 0:v:0 -fps_mode passthrough -enc_time_base 1/1000000 -f framemd5 -")
            .lines()
            .toList()) {
      if (line.startsWith("0,")) {
        String[] fields = line.split(",\\s*", -1);
        frames.put(Long.parseLong(fields[2].strip()), fields[5].strip());
      }
    }
    var shown = new ArrayList<String>();
    if (!led) {
      // The first frame stands for what precedes it.
      frames.put(0L, frames.remove(frames.firstKey()));
    }
    long lead = led ? StreamPlan.LEAD_SECONDS * MICROS : 0;
    for (var frame : frames.entrySet()) {
      long time = frame.getKey() - lead;
      if (time >= 0 && time < length) {
        shown.add(Math.round((start + time) / 1000.0) + " " + frame.getValue());
      }
    }
    return shown;
  }
}
