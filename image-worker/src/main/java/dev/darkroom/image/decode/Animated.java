package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;

/** A decoder that knows of frames behind the first. */
public interface Animated extends Decoder {
  /** All frames, from the first one. */
  Frames frames(Source source) throws Malformed;
}
