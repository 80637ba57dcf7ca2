package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.fixtures.Ffmpeg;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people see and hear of a video: its frames' times, its picture and its sound.
 *
 * @param times of its frames, in seconds from the start of the file
 * @param ratio of its width to its height, on the screen
 * @param skipped number of frames before these, which do not count
 */
record Presentation(Path file, List<Double> times, double ratio, int skipped) {
  private static final double ROUNDING = 0.0011;
  private static final Pattern SIMILARITY = Pattern.compile("All:([\\d.]+)");
  private static final Pattern ROTATION = Pattern.compile("rotation=(-?\\d+)");

  static Presentation of(Path file) {
    String described =
        Ffmpeg.text(
            "ffprobe",
            "-v error -select_streams v:0 -show_entries frame=best_effort_timestamp_time"
                + ":stream=width,height,sample_aspect_ratio:stream_side_data=rotation"
                + ":format=start_time -of default",
            file);
    double start = number(described, "start_time");
    List<Double> times =
        described
            .lines()
            .filter(line -> line.startsWith("best_effort_timestamp_time="))
            .map(line -> Double.parseDouble(line.substring(line.indexOf('=') + 1)) - start)
            .sorted()
            .toList();
    return new Presentation(file, times, ratio(described), 0);
  }

  private static double ratio(String described) {
    double stored = number(described, "width") / number(described, "height");
    Matcher aspect = Pattern.compile("sample_aspect_ratio=(\\d+):(\\d+)").matcher(described);
    double width =
        aspect.find()
            ? stored * Integer.parseInt(aspect.group(1)) / Integer.parseInt(aspect.group(2))
            : stored;
    Matcher rotation = ROTATION.matcher(described);
    return rotation.find() && Integer.parseInt(rotation.group(1)) % 180 != 0 ? 1 / width : width;
  }

  private static double number(String described, String name) {
    Matcher value = Pattern.compile("(?m)^" + name + "=([-\\d.]+)").matcher(described);
    return value.find() ? Double.parseDouble(value.group(1)) : 0;
  }

  /**
   * Checks that both show as many frames, each at the same time. Players show the first frame until
   * the second, so it may come earlier.
   */
  void assertShowsAtTheTimesOf(Presentation original) {
    assertThat(times).as("frames").hasSameSizeAs(original.times);
    assertThat(times.getFirst() - second())
        .as("time of the first frame")
        .isLessThanOrEqualTo(original.times.getFirst() - original.second() + ROUNDING);
    for (int i = 1; i < times.size(); i++) {
      assertThat(times.get(i) - second())
          .as("time of frame %d", i)
          .isCloseTo(original.times.get(i) - original.second(), within(ROUNDING));
    }
  }

  private double second() {
    return times.get(Math.min(1, times.size() - 1));
  }

  /** Leaves the first frame out of account. */
  Presentation withoutFirst() {
    return new Presentation(file, times.subList(1, times.size()), ratio, skipped + 1);
  }

  /** Compares both, frame by frame, at the size of this one: 1 if they are the same (SSIM). */
  double similarity(Presentation original) {
    String said =
        Ffmpeg.text(
            "ffmpeg",
            "-v error -i "
                + file
                + " -i "
                + original.file
                + " -lavfi [0:v]trim=start_frame=%d,settb=1/1000,setpts=N,format=yuv420p[a];"
                    .formatted(skipped)
                + "[1:v]settb=1/1000,setpts=N,format=yuv420p[b];"
                + "[b][a]scale2ref=flags=area[c][d];[d][c]ssim=stats_file=-"
                + " -an -fps_mode passthrough -f null /dev/null");
    return said.lines()
        .map(SIMILARITY::matcher)
        .filter(Matcher::find)
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .average()
        .orElse(0);
  }

  /** Returns by how many seconds the sound comes later than in the original, beside the picture. */
  double soundDelay(Presentation original, double from, double seconds) {
    double ours = from + second();
    double theirs = from + original.second();
    return Sound.of(file, ours, seconds).delay(Sound.of(original.file, theirs, seconds));
  }
}
