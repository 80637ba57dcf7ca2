package dev.darkroom.video.hls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds a media playlist of byte ranges (RFC 8216). */
final class MediaPlaylist {
  /** At least 6, for EXT-X-MAP in a playlist that is not of I-frames only (section 7). */
  private static final int VERSION = 7;

  private final String file;
  private final long head;
  private final List<Segment> segments = new ArrayList<>();

  /**
   * A segment.
   *
   * @param offset in the file, in bytes
   * @param length in bytes
   * @param continues whether it goes on where the segment before ends
   */
  record Segment(double seconds, long offset, long length, boolean continues) {}

  /**
   * @param file name of the file that the ranges belong to
   * @param head length of the initialization segment at its start, in bytes
   */
  MediaPlaylist(String file, long head) {
    this.file = file;
    this.head = head;
  }

  void add(Segment segment) {
    segments.add(segment);
  }

  String text() {
    // No rounded segment duration may exceed the target duration (4.3.3.1).
    long target = segments.stream().mapToLong(it -> Math.round(it.seconds)).max().orElse(1);
    var text = new StringBuilder();
    text.append("#EXTM3U\n#EXT-X-VERSION:").append(VERSION);
    text.append("\n#EXT-X-TARGETDURATION:").append(Math.max(1, target));
    text.append("\n#EXT-X-PLAYLIST-TYPE:VOD\n");
    text.append("#EXT-X-MAP:URI=\"%s\",BYTERANGE=\"%d@0\"\n".formatted(file, head));
    for (Segment segment : segments) {
      if (!segment.continues) {
        text.append("#EXT-X-DISCONTINUITY\n");
      }
      text.append(String.format(Locale.ROOT, "#EXTINF:%.5f,\n", segment.seconds));
      text.append("#EXT-X-BYTERANGE:%d@%d\n".formatted(segment.length, segment.offset));
      text.append(file).append('\n');
    }
    return text.append("#EXT-X-ENDLIST\n").toString();
  }
}
