package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.BoxHead;
import dev.darkroom.codec.mp4.Mp4Source;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that a file shows one after the other: its longest track of pictures (ISO/IEC
 * 23008-12, 7).
 *
 * @param size of a frame, in pixels
 * @param frames number of frames
 */
record ImageSequence(Size size, int frames, Animation animation) {
  /** Most boxes of the file that are looked at, and most within the track's index. */
  private static final int MAX_BOXES = 64;

  private static final int MAX_INNER_BOXES = 1024;
  private static final int MAX_BYTES = 4 << 20;

  /** Bytes of {@code stsd} before the width of its first entry (ISO/IEC 14496-12, 12.1.3). */
  private static final int BEFORE_WIDTH = 8 + 8 + 8 + 16;

  /** Returns null if the file holds no such track, or none that can be read. */
  static @Nullable ImageSequence find(Mp4Source source) throws IOException {
    try {
      long at = 0;
      for (int i = 0; i < MAX_BOXES && at < source.size(); i++) {
        BoxHead box = BoxHead.at(at, source);
        if (box.type().equals("moov")) {
          return box.size() > MAX_BYTES ? null : longest(box.payload(source));
        }
        at = box.end();
      }
      return null;
    } catch (Malformed e) {
      return null;
    }
  }

  private static @Nullable ImageSequence longest(ByteReader moov) throws Malformed {
    var budget = new Box.Budget(MAX_INNER_BOXES);
    ImageSequence longest = null;
    for (Box box : Box.list(moov, budget)) {
      ImageSequence found = box.type().equals("trak") ? track(box.payload(), budget) : null;
      if (found != null && (longest == null || found.frames > longest.frames)) {
        longest = found;
      }
    }
    return longest;
  }

  /** Reads a track; null if its handler is another than {@code pict} (7.2.2). */
  private static @Nullable ImageSequence track(ByteReader trak, Box.Budget budget)
      throws Malformed {
    List<Box> media = Box.within(Box.list(trak, budget), "mdia", budget);
    ByteReader handler = Box.find(media, "hdlr");
    ByteReader times = Box.find(media, "mdhd");
    List<Box> table = Box.within(Box.within(media, "minf", budget), "stbl", budget);
    ByteReader sizes = Box.find(table, "stsz");
    ByteReader entries = Box.find(table, "stsd");
    if (handler == null || times == null || sizes == null || entries == null) {
      return null;
    }
    if (!handler.skip(8).text(4).equals("pict")) {
      return null;
    }
    int frames = sizes.skip(8).count();
    entries.skip(BEFORE_WIDTH);
    return new ImageSequence(
        Size.of(entries.u16(), entries.u16(), entries), frames, new Animation(millis(times), 0));
  }

  /** Reads the duration from {@code mdhd} (ISO/IEC 14496-12, 8.4.2). */
  private static long millis(ByteReader mdhd) throws Malformed {
    boolean wide = mdhd.u8() == 1;
    mdhd.skip(3 + (wide ? 16 : 8));
    long scale = mdhd.u32();
    long duration = wide ? mdhd.u64() : mdhd.u32();
    return scale == 0 ? 0 : Math.round(1000.0 * duration / scale);
  }
}
