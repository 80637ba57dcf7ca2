package dev.darkroom.image.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.icc.ToSrgb;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.ExifOrientation;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Rejection;
import dev.darkroom.engine.foreign.AnimatedWebpWriter;
import dev.darkroom.image.decode.Animated;
import dev.darkroom.image.decode.Frames;
import dev.darkroom.image.encode.Encoders;
import dev.darkroom.image.rendition.Fit;
import dev.darkroom.image.rendition.Output;
import dev.darkroom.image.rendition.OutputFormat;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.image.rendition.Target;
import dev.darkroom.image.step.Decoded.Looks;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Progress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Makes an animation's renditions move, if they are WebPs that show the whole picture. Cropped and
 * padded renditions and other formats show the first frame.
 */
public final class Animate {
  private static final Logger LOG = Logger.getLogger(Animate.class);
  private static final String NAME = "animation";
  private final AnimationLimits limits;
  private final Encoders encoders;

  public Animate(AnimationLimits limits, Encoders encoders) {
    this.limits = limits;
    this.encoders = encoders;
  }

  public Progress<Animations> apply(Decoded picture) {
    Moving moving = picture.moving();
    Set<Content> wanted = wanted(picture.plan());
    if (moving == null || wanted.isEmpty() || !encoders.turbo()) {
      return new Progress.At<>(Animations.none(picture));
    }
    Animated decoder = moving.decoder();
    if (decoder == null) {
      return new Progress.At<>(Animations.missing(picture, unreadable(picture)));
    }
    Optional<Rejection> excess = excess(moving);
    if (excess.isPresent()) {
      return missing(picture, excess.get());
    }
    try {
      return new Progress.At<>(
          new Animations(picture, write(picture, decoder, moving, wanted), Optional.empty()));
    } catch (TimeoutException | OutOfTime e) {
      return missing(picture, Rejection.of(ErrorCode.TOOK_TOO_LONG));
    } catch (OutOfMemoryError e) {
      return missing(picture, Rejection.of(ErrorCode.OUT_OF_MEMORY));
    } catch (Malformed | RuntimeException e) {
      // As in decoding, but the first frame was sound and a later one is not.
      LOG.infof(e, "not all frames of %s can be read", picture.job().original());
      return missing(picture, Rejection.of(ErrorCode.CORRUPT_FILE));
    }
  }

  private static Missing unreadable(Decoded picture) {
    return new Missing(
        NAME,
        ErrorCode.UNSUPPORTED_FORMAT,
        "Only the first picture of an animated %s is shown."
            .formatted(picture.media().format().name()));
  }

  private static Progress<Animations> missing(Decoded picture, Rejection reason) {
    return new Progress.At<>(Animations.missing(picture, new Missing(NAME, reason)));
  }

  /** Returns the files that can move, largest first. */
  private static Set<Content> wanted(Plan plan) {
    var wanted = new LinkedHashSet<Content>();
    for (Plan.Item item : plan.items()) {
      for (Output output : item.spec().outputs()) {
        if (item.target().fit() == Fit.FIT && output.format() == OutputFormat.WEBP) {
          wanted.add(new Content(item.target(), output));
        }
      }
    }
    return wanted;
  }

  private Optional<Rejection> excess(Moving moving) {
    int frames = moving.source().header().frames();
    long pixels = moving.source().header().pixels() * frames;
    if (frames > limits.frames()) {
      return Optional.of(
          Rejection.of(
              ErrorCode.TOO_MANY_FRAMES,
              "It has %,d; up to %,d move.".formatted(frames, limits.frames())));
    }
    return pixels > limits.pixels()
        ? Optional.of(
            Rejection.of(
                ErrorCode.TOO_MANY_PIXELS,
                "Its frames have %,d together; up to %,d move.".formatted(pixels, limits.pixels())))
        : Optional.empty();
  }

  private Map<Content, byte[]> write(
      Decoded picture, Animated decoder, Moving moving, Set<Content> wanted)
      throws Malformed, OutOfTime, TimeoutException {
    var files = new LinkedHashMap<Content, AnimatedWebpWriter>();
    try {
      for (Content content : wanted) {
        Target target = content.target();
        files.put(
            content,
            encoders.moving(
                target.width(), target.height(), moving.plays(), content.output().quality()));
      }
      var deadline = Deadline.after(limits.time());
      write(picture, decoder.frames(moving.source(), deadline), files, deadline);
      var finished = new HashMap<Content, byte[]>();
      files.forEach((content, writer) -> finished.put(content, writer.finish()));
      return finished;
    } finally {
      files.values().forEach(AnimatedWebpWriter::close);
    }
  }

  private static void write(
      Decoded picture, Frames frames, Map<Content, AnimatedWebpWriter> files, Deadline deadline)
      throws Malformed, OutOfTime, TimeoutException {
    Looks looks = picture.looks();
    Optional<ToSrgb> colors = Colors.conversion(looks.profile(), looks.gray());
    for (Frames.Frame frame = frames.next(); frame != null; frame = frames.next()) {
      Bitmap small = Shrink.toBase(frame.bitmap(), picture);
      Bitmap upright = ExifOrientation.upright(small, looks.orientation());
      Bitmap seen = colors.isPresent() ? converted(upright, colors.get()) : upright;
      var cascade = new Cascade(picture.plan(), seen);
      for (Map.Entry<Content, AnimatedWebpWriter> file : files.entrySet()) {
        deadline.check();
        file.getValue().add(cascade.make(file.getKey().target()), frame.shown());
      }
    }
  }

  /** Converts a copy, because the next frame is drawn onto this one. */
  private static Bitmap converted(Bitmap frame, ToSrgb conversion) {
    var copy = new Bitmap(frame.pixels().clone(), frame.width(), frame.height(), frame.opaque());
    conversion.convert(copy);
    return copy;
  }
}
