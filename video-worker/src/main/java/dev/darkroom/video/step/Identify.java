package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.OtherFormat;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;

/** Detects the format from the first bytes. */
public final class Identify {
  private Identify() {}

  public static Progress<Identified> identify(RangedOriginal original) throws IOException {
    byte[] head;
    try {
      head = original.head(MediaFormat.HEAD_LENGTH);
    } catch (Malformed e) {
      return Progress.rejected(Rejections.corrupt(e), null);
    }
    MediaFormat format = MediaFormat.detect(head).orElse(null);
    if (format == null) {
      return Progress.rejected(
          Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, OtherFormat.sentence(head)), null);
    }
    return switch (format) {
      case MP4, MOV, THREE_GP -> new Progress.At<>(new Identified(original, format));
      case MATROSKA, WEBM, MPEG_TS, MPEG_PS, MPEG_VIDEO, AVI, FLV, ASF, OGG ->
          Progress.rejected(
              Rejection.of(
                  ErrorCode.UNSUPPORTED_FORMAT,
                  "It is " + name(format) + "; MP4, MOV and 3GP files are."),
              VideoMetadata.unread(format));
      case JPEG, PNG, GIF, WEBP, TIFF, BMP, HEIC, AVIF, HEIF ->
          new Progress.Ended<>(new Outcome.BelongsTo(format.kind()));
    };
  }

  private static String name(MediaFormat format) {
    return switch (format) {
      case MATROSKA -> "a Matroska file (MKV)";
      case WEBM -> "a WebM file";
      case MPEG_TS -> "an MPEG transport stream";
      case MPEG_PS -> "an MPEG program stream";
      case MPEG_VIDEO -> "an MPEG video stream";
      case FLV -> "a Flash video (FLV)";
      case ASF -> "a Windows Media file";
      case OGG -> "an Ogg file";
      default -> "an AVI file";
    };
  }
}
