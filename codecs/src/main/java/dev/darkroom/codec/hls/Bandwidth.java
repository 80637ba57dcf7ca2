package dev.darkroom.codec.hls;

import dev.darkroom.codec.hls.MediaPlaylist.Segment;
import java.util.List;

/**
 * Bit rate of a variant, measured.
 *
 * @param peak in bits per second, of the segments that play within about a target duration
 * @param average in bits per second
 */
public record Bandwidth(long peak, long average) {
  /**
   * Measures segments. The peak is the largest bit rate of contiguous segments that last between
   * 0.5 and 1.5 target durations together (RFC 8216, 4.1 and 4.3.4.2).
   */
  public static Bandwidth of(List<Segment> segments) {
    double seconds = segments.stream().mapToDouble(Segment::seconds).sum();
    double average = rate(segments.stream().mapToLong(Segment::length).sum(), seconds);
    double target = MediaPlaylist.target(segments);
    double peak = average;
    for (int from = 0; from < segments.size(); from++) {
      long bytes = 0;
      double length = 0;
      for (int i = from; i < segments.size() && length <= 1.5 * target; i++) {
        bytes += segments.get(i).length();
        length += segments.get(i).seconds();
        if (length >= 0.5 * target && length <= 1.5 * target) {
          peak = Math.max(peak, rate(bytes, length));
        }
      }
    }
    return new Bandwidth((long) Math.ceil(peak), (long) Math.ceil(average));
  }

  private static double rate(long bytes, double seconds) {
    return seconds <= 0 ? 0 : 8 * bytes / seconds;
  }
}
