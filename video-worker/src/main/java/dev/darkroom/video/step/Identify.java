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
      case MP4, MOV, THREE_GP, MATROSKA, WEBM, MPEG_TS, MPEG_PS, MPEG_VIDEO, AVI, FLV, ASF, OGG ->
          new Progress.At<>(new Identified(original, format, format));
      case JPEG, PNG, GIF, WEBP, TIFF, BMP, HEIC, AVIF, HEIF ->
          new Progress.Ended<>(new Outcome.BelongsTo(format.kind()));
    };
  }
}
