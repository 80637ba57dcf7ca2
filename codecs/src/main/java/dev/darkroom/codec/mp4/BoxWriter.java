package dev.darkroom.codec.mp4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes boxes (4.2), with their sizes once their payload is complete. */
public final class BoxWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Writes a box with the payload that a function writes into it. */
  public BoxWriter box(String type, Consumer<BoxWriter> payload) {
    var inner = new BoxWriter();
    payload.accept(inner);
    u32(8L + inner.out.size());
    text(type);
    bytes(inner.toByteArray());
    return this;
  }

  /** Writes a box that starts with a version and flags. */
  public BoxWriter fullBox(String type, int version, int flags, Consumer<BoxWriter> payload) {
    return box(
        type,
        inner -> {
          inner.u32((long) version << 24 | flags);
          payload.accept(inner);
        });
  }

  public BoxWriter u8(int value) {
    out.write(value);
    return this;
  }

  public BoxWriter u16(int value) {
    return u8(value >> 8).u8(value);
  }

  public BoxWriter u32(long value) {
    return u16((int) (value >> 16)).u16((int) value);
  }

  public BoxWriter u64(long value) {
    return u32(value >> 32).u32(value);
  }

  /** Writes text in ISO 8859-1, without a length or a terminator. */
  public BoxWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.ISO_8859_1));
  }

  public BoxWriter bytes(byte... value) {
    out.writeBytes(value);
    return this;
  }

  /** Writes a number of zero bytes. */
  public BoxWriter zeroes(int count) {
    return bytes(new byte[count]);
  }

  /** Number of bytes written so far. */
  public int size() {
    return out.size();
  }

  public byte[] toByteArray() {
    return out.toByteArray();
  }
}
