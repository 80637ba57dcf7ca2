package dev.darkroom.image.step;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.HeifCoding;
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
  /**
   * Largest excess of a HEIF's tiles over its picture, whose last row and column they overhang: a
   * 50 MP photo in tiles of 512×512 has 1 % of it, a thumbnail of two such tiles nearly 100 %.
   */
  private static final int OVERHANG = 2;

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
    if (header.pixels() > most) {
      return tooManyPixels(picture, "%,d are allowed".formatted(most));
    }
    Rejection rejection = header.heif() == null ? null : excess(header.heif());
    return rejection == null
        ? new Progress.At<>(picture)
        : Progress.rejected(rejection, picture.media());
  }

  /** Checks what a HEIF is coded as, of which it may show a small part. */
  private @Nullable Rejection excess(HeifCoding coding) {
    long most = limits.maxPixels();
    boolean excessive =
        coding.pixels() > most
            || coding.largestTile() > most
            || coding.allTiles() > OVERHANG * most;
    return excessive
        ? Rejection.of(
            ErrorCode.TOO_MANY_PIXELS,
            "It is coded as %,d × %,d%s; %,d are allowed."
                .formatted(coding.width(), coding.height(), tiles(coding), most))
        : null;
  }

  private static String tiles(HeifCoding coding) {
    return coding.tiles() == 1
        ? ""
        : " in %,d tiles of up to %,d".formatted(coding.tiles(), coding.largestTile());
  }

  /** Plans the renditions, and checks what decoding the whole file takes. */
  public Progress<Planned> checkEffort(Identified picture) {
    Header header = picture.header();
    Rejection rejection = excess(header);
    if (rejection == null && header.heif() != null) {
      rejection = excess(header.heif());
    }
    if (rejection != null) {
      return Progress.rejected(rejection, picture.media());
    }
    Plan plan = picture.plan(specs);
    Need need = Need.of(picture, plan);
    return need.total() > limits.memory()
        ? tooManyPixels(picture, "more than the memory holds")
        : new Progress.At<>(new Planned(picture, plan, need));
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

  private static <T> Progress<T> tooManyPixels(Identified picture, String allowed) {
    Header header = picture.header();
    return Progress.rejected(
        Rejection.of(
            ErrorCode.TOO_MANY_PIXELS,
            "It has %,d × %,d; %s.".formatted(header.width(), header.height(), allowed)),
        picture.media());
  }
}
