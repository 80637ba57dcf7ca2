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

/** Refuses pictures that exceed a limit, by the header's figures, before anything is allocated. */
public final class Guard {
  /** Bytes per pixel of the base: itself, its turned copy, and at most one smaller picture. */
  private static final int BASE_PIXEL = 3 * Integer.BYTES;

  private final Limits limits;
  private final List<RenditionSpec> specs;

  public Guard(Limits limits, List<RenditionSpec> specs) {
    this.limits = limits;
    this.specs = List.copyOf(specs);
  }

  /** Checks the size of the frame, which the first bytes tell, so that no more need be read. */
  public Progress<Identified> checkFrame(Identified picture) {
    Header header = picture.header();
    if (header.width() > limits.maxEdge() || header.height() > limits.maxEdge()) {
      return tooManyPixels(picture, "no side may have more than %,d".formatted(limits.maxEdge()));
    }
    long most = picture.format() == MediaFormat.JPEG ? limits.maxJpegPixels() : limits.maxPixels();
    return header.pixels() > most
        ? tooManyPixels(picture, "%,d are allowed".formatted(most))
        : new Progress.At<>(picture);
  }

  /** Plans the renditions, and checks what decoding the whole file takes. */
  public Progress<Planned> checkEffort(Identified picture) {
    Rejection rejection = excess(picture.header());
    if (rejection != null) {
      return Progress.rejected(rejection, picture.media());
    }
    Plan plan = picture.plan(specs);
    return memory(picture, plan) > limits.memory()
        ? tooManyPixels(picture, "more than the memory holds")
        : new Progress.At<>(new Planned(picture, plan));
  }

  private @Nullable Rejection excess(Header header) {
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
    return null;
  }

  /** Returns the most bytes in use at once; native decoders copy the file. */
  private static long memory(Identified picture, Plan plan) {
    long base = (long) plan.baseWidth() * plan.baseHeight();
    long decoding = picture.decoder().memory(picture.header(), plan.reduction());
    return 2 * picture.original().size() + decoding + BASE_PIXEL * base;
  }

  private static <T> Progress<T> tooManyPixels(Identified picture, String allowed) {
    Header header = picture.header();
    return Progress.rejected(
        Rejection.of(
            ErrorCode.TOO_MANY_PIXELS,
            "It has %,d × %,d; %s.".formatted(header.width(), header.height(), allowed)),
        picture.media());
  }
}
