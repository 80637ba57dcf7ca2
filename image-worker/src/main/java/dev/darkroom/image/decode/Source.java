package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Header;

/**
 * The file to decode.
 *
 * @param file the whole file
 * @param reduction 1, 2, 4 or 8: a decoder may divide the sides by it, rounded up, or decode at
 *     full size
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
