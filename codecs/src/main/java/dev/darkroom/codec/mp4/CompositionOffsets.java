package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * {@code ctts}: runs of samples that are shown as long after they are decoded (8.6.1.3).
 *
 * @param runs each a count and an offset; offsets are read as signed in both versions, as writers
 *     of the first one mean them
 */
record CompositionOffsets(Table runs) {
  static @Nullable CompositionOffsets of(@Nullable ByteReader ctts, int limit) throws Malformed {
    return ctts == null ? null : new CompositionOffsets(Table.of(ctts, 8, limit));
  }
}
