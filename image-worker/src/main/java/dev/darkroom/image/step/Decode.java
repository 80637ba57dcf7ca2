package dev.darkroom.image.step;

import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Rejection;
import dev.darkroom.image.decode.Animated;
import dev.darkroom.image.decode.Pixels;
import dev.darkroom.image.decode.Source;
import dev.darkroom.image.step.Decoded.Looks;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Decodes the picture: an animation's first frame, a document's first page. */
public final class Decode {
  private static final Logger LOG = Logger.getLogger(Decode.class);

  /** Pixels of a JPEG's largest coding unit, 4:2:0. */
  private static final int BLOCK_PIXELS = 16 * 16;

  private final Duration time;

  /**
   * @param time longest time that decoding may take
   */
  public Decode(Duration time) {
    this.time = time;
  }

  public Progress<Decoded> apply(Planned planned) throws IOException {
    Identified picture = planned.picture();
    byte[] file = picture.original().head(picture.original().size());
    var source = new Source(file, picture.header(), planned.plan().reduction());
    var deadline = Deadline.after(time);
    Pixels pixels;
    try {
      pixels = picture.decoder().decode(source, deadline);
    } catch (Throwable t) {
      Rejection rejection = Verdict.of(t, deadline.passed());
      LOG.infof(t, "cannot decode %s", picture.original().job().original());
      return Progress.rejected(rejection, picture.media());
    }
    if (deadline.passed()) {
      return Progress.rejected(Rejection.of(ErrorCode.TOOK_TOO_LONG), picture.media());
    }
    // In an animation the damage may lie in another frame.
    boolean still = picture.header().frames() == 1;
    if (still && pixels.damaged() && isBlank(pixels.bitmap())) {
      return Progress.rejected(
          Rejection.of(ErrorCode.CORRUPT_FILE, "It ends before its pixels."), picture.media());
    }
    return new Progress.At<>(decoded(planned, source, pixels));
  }

  /**
   * Tells whether a picture has one color only, with which decoders fill in missing data, except
   * for a block or two that they make up.
   */
  private static boolean isBlank(Bitmap bitmap) {
    int[] pixels = bitmap.pixels();
    int last = pixels[pixels.length - 1];
    long others = Arrays.stream(pixels).filter(pixel -> pixel != last).count();
    return others <= Math.min(2 * BLOCK_PIXELS, pixels.length / 20);
  }

  private static Decoded decoded(Planned planned, Source source, Pixels pixels) {
    Identified picture = planned.picture();
    Header header = picture.header();
    return new Decoded(
        picture.original().job(),
        media(picture.media(), pixels),
        planned.plan(),
        pixels.bitmap(),
        new Looks(
            header.exif().orientation(),
            pixels.profile(),
            header.color().model() == Color.Model.GRAY),
        moving(picture, source),
        left(picture));
  }

  /** Adds what only the pixels tell. */
  private static Media media(Media media, Pixels pixels) {
    Media.Picture known = media.picture();
    if (known == null) {
      return media;
    }
    return new Media(
        media.format(),
        media.width(),
        media.height(),
        new Media.Picture(
            known.orientation(),
            known.takenAt(),
            known.camera(),
            known.lens(),
            known.exposure(),
            known.colorProfile(),
            !pixels.bitmap().opaque(),
            known.frames(),
            known.durationMillis(),
            pixels.damaged() ? true : null),
        null);
  }

  /** Tells what is not shown of a document, and of a camera's raw photo. */
  private static Optional<Missing> left(Identified picture) {
    Header header = picture.header();
    if (picture.format() == MediaFormat.TIFF && header.jpeg() != null) {
      return Optional.of(
          new Missing(
              "raw",
              ErrorCode.UNSUPPORTED_FORMAT,
              "The raw picture is not developed; the preview that its camera made is shown."));
    }
    return header.frames() == 1 || header.animation() != null
        ? Optional.empty()
        : Optional.of(
            new Missing(
                "pages",
                ErrorCode.UNSUPPORTED_FORMAT,
                "Only the first of %,d pages is shown.".formatted(header.frames())));
  }

  private static @Nullable Moving moving(Identified picture, Source source) {
    if (picture.header().animation() == null) {
      return null;
    }
    return new Moving(picture.decoder() instanceof Animated animated ? animated : null, source);
  }
}
