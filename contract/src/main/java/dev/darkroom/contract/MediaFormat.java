package dev.darkroom.contract;

import static dev.darkroom.contract.MediaKind.IMAGE;
import static dev.darkroom.contract.MediaKind.VIDEO;

import java.util.Locale;
import java.util.Optional;

/**
 * The formats people send, told apart by their first bytes, never by name or declared type.
 *
 * <p>A format being listed means it is recognized, not that a worker can decode it: a recognized
 * one that cannot be decoded is refused as unsupported, in its own name.
 */
public enum MediaFormat {
  JPEG(IMAGE, "image/jpeg"),
  PNG(IMAGE, "image/png"),
  GIF(IMAGE, "image/gif"),
  WEBP(IMAGE, "image/webp"),
  TIFF(IMAGE, "image/tiff"),
  BMP(IMAGE, "image/bmp"),
  HEIC(IMAGE, "image/heic"),
  AVIF(IMAGE, "image/avif"),
  MP4(VIDEO, "video/mp4"),
  MOV(VIDEO, "video/quicktime"),
  THREE_GP(VIDEO, "video/3gpp"),
  MATROSKA(VIDEO, "video/x-matroska"),
  WEBM(VIDEO, "video/webm"),
  MPEG_TS(VIDEO, "video/mp2t"),
  AVI(VIDEO, "video/x-msvideo");

  /** How many first bytes {@link #detect} wants to see; with fewer it may say nothing. */
  public static final int HEAD_LENGTH = 4096;

  private final MediaKind kind;
  private final String contentType;

  MediaFormat(MediaKind kind, String contentType) {
    this.kind = kind;
    this.contentType = contentType;
  }

  public MediaKind kind() {
    return kind;
  }

  /** The registered media type, for {@code Content-Type}. */
  public String contentType() {
    return contentType;
  }

  /** The format of a file that starts with these bytes, if it is one of ours. */
  public static Optional<MediaFormat> detect(byte[] head) {
    return Optional.ofNullable(MagicNumbers.of(head));
  }

  @Override
  public String toString() {
    return this == THREE_GP ? "3gp" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
