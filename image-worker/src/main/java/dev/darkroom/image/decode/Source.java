package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Header;

/**
 * What is to be decoded.
 *
 * @param file all of it
 * @param reduction 1, 2, 4 or 8: by what a decoder that can do so may divide the sides, rounded up
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record Source(byte[] file, Header header, int reduction) {
  int reducedWidth() {
    return reduced(header.width());
  }

  int reducedHeight() {
    return reduced(header.height());
  }

  private int reduced(int length) {
    return (length + reduction - 1) / reduction;
  }
}
