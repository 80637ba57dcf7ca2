package dev.darkroom.codec.hls;

import java.util.List;
import java.util.Locale;

/** Writes a media playlist (RFC 8216, 4.3.3). */
public final class MediaPlaylist {
  /** At least 6, for EXT-X-MAP in a playlist that is not of I-frames only (section 7). */
  static final int VERSION = 7;

  private MediaPlaylist() {}

  /**
   * A segment of a file.
   *
   * @param offset in the file, in bytes
   * @param length in bytes
   * @param continues whether it goes on where the segment before ends
   */
  public record Segment(double seconds, long offset, long length, boolean continues) {}

  /**
   * Returns the playlist of a fragmented file.
   *
   * @param file name of the file
   * @param head length of the initialization segment at the file's start, in bytes
   */
  public static String of(String file, long head, List<Segment> segments) {
    var text = new StringBuilder(start(target(segments)));
    text.append("#EXT-X-MAP:URI=\"%s\",BYTERANGE=\"%d@0\"\n".formatted(file, head));
    for (Segment segment : segments) {
      if (!segment.continues) {
        text.append("#EXT-X-DISCONTINUITY\n");
      }
      text.append(duration(segment.seconds));
      text.append("#EXT-X-BYTERANGE:%d@%d\n".formatted(segment.length, segment.offset));
      text.append(file).append('\n');
    }
    return text.append("#EXT-X-ENDLIST\n").toString();
  }

  /** Returns the playlist of a whole file, such as one of captions. */
  public static String of(String file, double seconds) {
    return start(Math.max(1, Math.round(seconds)))
        + duration(seconds)
        + file
        + "\n#EXT-X-ENDLIST\n";
  }

  /** Returns the target duration: no rounded duration of a segment may exceed it (4.3.3.1). */
  static long target(List<Segment> segments) {
    return segments.stream().mapToLong(it -> Math.max(1, Math.round(it.seconds))).max().orElse(1);
  }

  private static String start(long target) {
    return "#EXTM3U\n#EXT-X-VERSION:%d\n#EXT-X-TARGETDURATION:%d\n#EXT-X-PLAYLIST-TYPE:VOD\n"
        .formatted(VERSION, target);
  }

  private static String duration(double seconds) {
    return String.format(Locale.ROOT, "#EXTINF:%.5f,\n", seconds);
  }
}
