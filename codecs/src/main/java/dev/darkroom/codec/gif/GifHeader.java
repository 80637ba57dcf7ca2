package dev.darkroom.codec.gif;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;

/** Reads the header of a GIF file, and counts its frames as far as the given bytes go. */
public final class GifHeader {
  private GifHeader() {}

  public static Header read(Head head) throws Malformed {
    GifBlocks blocks = GifBlocks.open(head);
    int frames = 0;
    long durationMillis = 0;
    boolean transparent = false;
    try {
      for (GifImage image = blocks.next(); image != null; image = blocks.next()) {
        frames++;
        durationMillis += image.control().delayMillis();
        transparent |= image.control().isTransparent();
      }
    } catch (Malformed e) {
      // The reader ends here, too. Without an image the screen's size is not known.
      if (frames == 0 && head.isWhole()) {
        throw e;
      }
    }
    if (frames == 0) {
      head.slice(0, head.length() + 1L);
    }
    Alpha alpha = transparent ? Alpha.STRAIGHT : Alpha.NONE;
    return Header.still(
            blocks.width(),
            blocks.height(),
            new Channels(3, 8, alpha),
            Color.unspecified(Color.Model.PALETTE))
        .withFrames(frames, frames > 1 ? new Animation(durationMillis, blocks.plays()) : null);
  }
}
