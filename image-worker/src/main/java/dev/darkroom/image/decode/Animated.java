package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;

/** Decodes animations, too. */
public interface Animated extends Decoder {
  /** Decodes all frames, from the first one on. */
  Frames frames(Source source) throws Malformed;
}
