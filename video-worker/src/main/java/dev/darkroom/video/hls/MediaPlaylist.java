package dev.darkroom.video.hls;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A media playlist of byte ranges (RFC 8216). */
final class MediaPlaylist {
  /** Fragmented MP4 needs 6, and EXT-X-MAP without I-frames-only 6 too (section 7). */
  private static final int VERSION = 7;

  private final String file;
  private final long head;
  private final List<Segment> segments = new ArrayList<>();

  private record Segment(double seconds, long offset, long length) {}

  /**
   * @param file what the ranges are of
   * @param head length of what comes before all segments
   */
  MediaPlaylist(String file, long head) {
    this.file = file;
    this.head = head;
  }

  void add(double seconds, long offset, long length) {
    segments.add(new Segment(seconds, offset, length));
  }

  String text() {
    // 4.3.3.1: no segment is longer when rounded.
    long target = segments.stream().mapToLong(it -> Math.round(it.seconds)).max().orElse(1);
    var text = new StringBuilder();
    text.append("#EXTM3U\n#EXT-X-VERSION:").append(VERSION);
    text.append("\n#EXT-X-TARGETDURATION:").append(Math.max(1, target));
    text.append("\n#EXT-X-PLAYLIST-TYPE:VOD\n");
    text.append("#EXT-X-MAP:URI=\"%s\",BYTERANGE=\"%d@0\"\n".formatted(file, head));
    for (Segment segment : segments) {
      text.append(String.format(Locale.ROOT, "#EXTINF:%.5f,\n", segment.seconds));
      text.append("#EXT-X-BYTERANGE:%d@%d\n".formatted(segment.length, segment.offset));
      text.append(file).append('\n');
    }
    return text.append("#EXT-X-ENDLIST\n").toString();
  }
}
