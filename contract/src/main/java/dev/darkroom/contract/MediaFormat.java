package dev.darkroom.contract;

import static dev.darkroom.contract.MediaKind.IMAGE;
import static dev.darkroom.contract.MediaKind.VIDEO;

import java.util.Locale;
import java.util.Optional;

/**
 * The formats that are recognized, by a file's first bytes and never by its name or declared type.
 *
 * <p>Recognized does not mean decodable: a format that no worker can decode is refused as
 * unsupported, by its name.
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
  /** A HEIF picture whose brands name neither HEVC nor AV1. */
  HEIF(IMAGE, "image/heif"),
  MP4(VIDEO, "video/mp4"),
  MOV(VIDEO, "video/quicktime"),
  THREE_GP(VIDEO, "video/3gpp"),
  MATROSKA(VIDEO, "video/x-matroska"),
  WEBM(VIDEO, "video/webm"),
  MPEG_TS(VIDEO, "video/mp2t"),
  /** A program stream of MPEG-1 or MPEG-2, such as a DVD's. */
  MPEG_PS(VIDEO, "video/mpeg"),
  /** MPEG-1 or MPEG-2 pictures without a container. */
  MPEG_VIDEO(VIDEO, "video/mpeg"),
  AVI(VIDEO, "video/x-msvideo"),
  FLV(VIDEO, "video/x-flv"),
  /** Advanced Systems Format, of Windows Media. */
  ASF(VIDEO, "video/x-ms-asf"),
  /** Ogg with whatever it holds: only its streams tell pictures from sound alone. */
  OGG(VIDEO, "video/ogg");

  /**
   * Number of first bytes that {@link #detect} needs; with fewer it may not recognize the format.
   */
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

  /** Recognizes the format of a file that starts with these bytes. */
  public static Optional<MediaFormat> detect(byte[] head) {
    return Optional.ofNullable(MagicNumbers.of(head));
  }

  @Override
  public String toString() {
    return this == THREE_GP ? "3gp" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
