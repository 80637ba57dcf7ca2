package dev.darkroom.image.step;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Rejection;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.image.rendition.RenditionSpec;
import dev.darkroom.stage.job.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses what would take too much, by the header's figures and before anything is allocated. */
public final class Guard {
  /** An integer of it, one more as it is turned, and one of the next smaller picture at most. */
  private static final int BASE_PIXEL = 3 * Integer.BYTES;

  private final Limits limits;
  private final List<RenditionSpec> specs;

  public Guard(Limits limits, List<RenditionSpec> specs) {
    this.limits = limits;
    this.specs = List.copyOf(specs);
  }

  public Progress<Identified> check(Identified picture) {
    Rejection rejection = rejection(picture);
    return rejection == null
        ? new Progress.At<>(picture)
        : Progress.rejected(rejection, picture.media());
  }

  private @Nullable Rejection rejection(Identified picture) {
    Header header = picture.header();
    if (header.width() > limits.maxEdge() || header.height() > limits.maxEdge()) {
      return tooManyPixels(header, "no side may have more than %,d".formatted(limits.maxEdge()));
    }
    long most = picture.format() == MediaFormat.JPEG ? limits.maxJpegPixels() : limits.maxPixels();
    if (header.pixels() > most) {
      return tooManyPixels(header, "%,d are allowed".formatted(most));
    }
    if (header.frames() > limits.maxFrames()) {
      return Rejection.of(
          ErrorCode.TOO_MANY_FRAMES,
          "It has %,d; %,d are allowed.".formatted(header.frames(), limits.maxFrames()));
    }
    if (header.animation() != null && header.pixels() * header.frames() > limits.maxTotalPixels()) {
      return Rejection.of(
          ErrorCode.TOO_MANY_PIXELS,
          "Its %,d frames of %,d × %,d have more than %,d together."
              .formatted(
                  header.frames(), header.width(), header.height(), limits.maxTotalPixels()));
    }
    long scans = header.jpeg() == null ? 1 : header.jpeg().scans();
    if (header.pixels() * scans > limits.maxTotalPixels()) {
      return Rejection.of(
          ErrorCode.TOO_MANY_PIXELS,
          "Its %,d × %,d are coded in %,d passes, which have more than %,d together."
              .formatted(header.width(), header.height(), scans, limits.maxTotalPixels()));
    }
    if (header.color().profile() instanceof Profile.Oversized(long size)) {
      return Rejection.of(
          ErrorCode.TOO_LARGE,
          "Its color profile has %,d bytes; %,d are allowed.".formatted(size, Profile.MAX_ICC));
    }
    return memory(picture) > limits.memory()
        ? tooManyPixels(header, "more than the memory holds")
        : null;
  }

  /** Bytes at the worst moment; decoders beside Java have a copy of the file. */
  private long memory(Identified picture) {
    Plan plan = picture.plan(specs);
    long base = (long) plan.baseWidth() * plan.baseHeight();
    long decoding = picture.decoder().memory(picture.header(), plan.reduction());
    return 2 * picture.original().size() + decoding + BASE_PIXEL * base;
  }

  private static Rejection tooManyPixels(Header header, String allowed) {
    return Rejection.of(
        ErrorCode.TOO_MANY_PIXELS,
        "It has %,d × %,d; %s.".formatted(header.width(), header.height(), allowed));
  }
}
