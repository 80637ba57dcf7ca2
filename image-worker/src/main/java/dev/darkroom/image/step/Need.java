package dev.darkroom.image.step;

import dev.darkroom.image.rendition.Plan;

/**
 * Most memory that a picture takes at once, in bytes.
 *
 * @param heap on the heap
 * @param outside in C and in the keyframe engine's process
 */
record Need(long heap, long outside) {
  /** Bytes per pixel of the base: itself, its turned copy, and at most one smaller picture. */
  private static final int BASE_PIXEL = 3 * Integer.BYTES;

  /** Adds up a picture's file, which native decoders copy, its decoding, and its base. */
  static Need of(Identified picture, Plan plan) {
    long base = (long) plan.baseWidth() * plan.baseHeight();
    long file = picture.original().size();
    long decoding = picture.decoder().memory(picture.header(), plan.reduction());
    long outside = picture.decoder().offHeap(picture.header(), plan.reduction());
    return new Need(file + decoding - outside + BASE_PIXEL * base, file + outside);
  }

  long total() {
    return heap + outside;
  }
}
