package dev.darkroom.codec.gif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Animation;

/**
 * How an image is shown: a Graphic Control Extension (section 23).
 *
 * @param delayMillis for how long browsers show the image, in ms
 * @param transparent index that leaves the screen as it is; -1 if there is none
 */
record GifControl(Disposal disposal, int delayMillis, int transparent) {
  private static final int LENGTH = 4;
  private static final int MILLIS_PER_TICK = 10;
  private static final int OPAQUE = -1;

  /** Controls an image that no extension precedes. */
  static final GifControl NONE = new GifControl(Disposal.KEEP, Animation.shownMillis(0), OPAQUE);

  static GifControl read(ByteReader in) throws Malformed {
    if (in.length() < LENGTH) {
      return NONE;
    }
    int flags = in.u8();
    int delayMillis = Animation.shownMillis(in.u16le() * MILLIS_PER_TICK);
    return new GifControl(Disposal.of(flags), delayMillis, (flags & 1) == 0 ? OPAQUE : in.u8());
  }

  boolean isTransparent() {
    return transparent != OPAQUE;
  }
}
