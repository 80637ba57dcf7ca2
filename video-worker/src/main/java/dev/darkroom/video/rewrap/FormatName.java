package dev.darkroom.video.rewrap;

import dev.darkroom.contract.MediaFormat;

/** Names containers in sentences. */
final class FormatName {
  private FormatName() {}

  static String of(MediaFormat format) {
    return switch (format) {
      case MATROSKA -> "a Matroska file (MKV)";
      case WEBM -> "a WebM file";
      case MPEG_TS -> "an MPEG transport stream";
      case MPEG_PS -> "an MPEG program stream";
      case MPEG_VIDEO -> "an MPEG video stream";
      case AVI -> "an AVI file";
      case FLV -> "a Flash video (FLV)";
      case ASF -> "a Windows Media file";
      case OGG -> "an Ogg file";
      case MP4, MOV, THREE_GP, JPEG, PNG, GIF, WEBP, TIFF, BMP, HEIC, AVIF, HEIF ->
          "a file of the format " + format;
    };
  }
}
