package dev.darkroom.codec.gif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.exif.Exif;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import java.util.Set;

/** Graphics Interchange Format, version 89a. */
public final class GifHeader {
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final Set<String> LOOPING = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");
  private static final int APPLICATION = 0xff;
  private static final int MILLIS_PER_TICK = 10;

  private final Head head;
  private int frames;
  private boolean transparency;
  private int delayMillis;
  private long durationMillis;
  private int plays = 1;

  private GifHeader(Head head) {
    this.head = head;
  }

  public static Header read(Head head) throws Malformed, ShortOfBytes {
    return new GifHeader(head).read();
  }

  /** Section 18, Logical Screen Descriptor. */
  private Header read() throws Malformed, ShortOfBytes {
    ByteReader in = head.slice(6, 7);
    int width = in.u16le();
    int height = in.u16le();
    if (width == 0 || height == 0) {
      throw new Malformed(6, "a screen without an area");
    }
    blocks(13 + colorTable(in.u8()));
    return new Header(
        width,
        height,
        Math.max(1, frames),
        8,
        3,
        transparency ? Alpha.STRAIGHT : Alpha.NONE,
        Color.unspecified(Color.Model.PALETTE),
        frames > 1 ? new Animation(durationMillis, plays) : null,
        null,
        Exif.NONE,
        null);
  }

  /** Sections 18 and 20: bit 7 says that there is a table, bits 0 to 2 its size. */
  private static int colorTable(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private void blocks(long from) {
    try {
      long at = from;
      while (true) {
        int label = head.u8(at);
        if (label == EXTENSION) {
          at = extension(at + 1);
        } else if (label == IMAGE) {
          frames++;
          durationMillis += Animation.shownMillis(delayMillis);
          delayMillis = 0;
          // Section 20: four figures, flags, perhaps a table; 22: the code size, then the data.
          at = subBlocks(at + 10 + colorTable(head.u8(at + 9)) + 1);
        } else {
          return;
        }
      }
    } catch (Malformed | ShortOfBytes e) {
      // Only what can be seen counts.
    }
  }

  private long extension(long at) throws Malformed, ShortOfBytes {
    switch (head.u8(at)) {
      case GRAPHIC_CONTROL -> graphicControl(at + 2);
      case APPLICATION -> application(at + 1);
      default -> {}
    }
    return subBlocks(at + 1);
  }

  /** Section 23: bit 0 says that a color is transparent; then the delay in hundredths. */
  private void graphicControl(long at) throws Malformed, ShortOfBytes {
    ByteReader in = head.slice(at, 3);
    transparency |= (in.u8() & 1) != 0;
    delayMillis = in.u16le() * MILLIS_PER_TICK;
  }

  /**
   * Section 26, with Netscape's "Looping Application Extension": a block of a 1 and how often to
   * repeat what has played once; 0 is for ever.
   */
  private void application(long at) throws Malformed, ShortOfBytes {
    ByteReader in = head.slice(at, 1 + 11 + 4);
    if (in.u8() == 11 && LOOPING.contains(in.text(11)) && in.u8() == 3 && in.u8() == 1) {
      int repeats = head.slice(at + 1 + 11 + 2, 2).u16le();
      plays = repeats == 0 ? 0 : repeats + 1;
    }
  }

  /** Section 15: each block with its size before it, the last of size 0. */
  private long subBlocks(long from) throws Malformed, ShortOfBytes {
    long at = from;
    for (int size = head.u8(at); size != 0; size = head.u8(at)) {
      at += 1 + size;
    }
    return at + 1;
  }
}
