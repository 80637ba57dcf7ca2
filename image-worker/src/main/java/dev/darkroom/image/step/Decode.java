package dev.darkroom.image.step;

import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.Rejection;
import dev.darkroom.image.decode.Animated;
import dev.darkroom.image.decode.DecodeWatch;
import dev.darkroom.image.decode.Pixels;
import dev.darkroom.image.decode.Source;
import dev.darkroom.image.decode.UnsupportedCoding;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.image.rendition.RenditionSpec;
import dev.darkroom.image.step.Decoded.Looks;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes pixels of the file: of the first frame, or the first page. */
public final class Decode {
  private static final Logger LOG = Logger.getLogger(Decode.class);

  /** Of a JPEG's largest unit of coding, 4:2:0. */
  private static final int BLOCK_PIXELS = 16 * 16;

  private final Limits limits;
  private final List<RenditionSpec> specs;

  public Decode(Limits limits, List<RenditionSpec> specs) {
    this.limits = limits;
    this.specs = List.copyOf(specs);
  }

  public Progress<Decoded> apply(Identified picture) throws IOException {
    byte[] file = picture.original().head(picture.original().size());
    Plan plan = picture.plan(specs);
    var source = new Source(file, picture.header(), plan.reduction());
    var watch = new DecodeWatch(Deadline.after(limits.decodeTime()));
    String key = picture.original().job().original().key();
    Pixels pixels;
    try {
      pixels = picture.decoder().decode(source, watch);
    } catch (UnsupportedCoding e) {
      return rejected(
          Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "It has " + e.getMessage() + "."), picture);
    } catch (OutOfMemoryError e) {
      // What filled the heap was this picture's and is let go; nothing else ran meanwhile.
      LOG.warnf("out of memory at %s", key);
      return rejected(Rejection.of(ErrorCode.OUT_OF_MEMORY), picture);
    } catch (LinkageError e) {
      // This process is broken, not the picture: another one may do better.
      throw e;
    } catch (Throwable t) {
      // Decoders meet hostile bytes with any exception and error there is.
      LOG.infof(t, "undecodable: %s", key);
      return rejected(
          Rejection.of(watch.passed() ? ErrorCode.TOOK_TOO_LONG : ErrorCode.CORRUPT_FILE), picture);
    }
    if (watch.passed()) {
      return rejected(Rejection.of(ErrorCode.TOOK_TOO_LONG), picture);
    }
    // Of an animation the damage may lie in another frame.
    boolean still = picture.header().frames() == 1;
    if (still && pixels.damaged() && isBlank(pixels.bitmap())) {
      return rejected(Rejection.of(ErrorCode.CORRUPT_FILE, "It ends before its pixels."), picture);
    }
    return new Progress.At<>(decoded(picture, plan, source, pixels));
  }

  /**
   * One color, as decoders fill in what is not there; but for a block or two that they make of no
   * data at all.
   */
  private static boolean isBlank(Bitmap bitmap) {
    int[] pixels = bitmap.pixels();
    int last = pixels[pixels.length - 1];
    long others = Arrays.stream(pixels).filter(pixel -> pixel != last).count();
    return others <= Math.min(2 * BLOCK_PIXELS, pixels.length / 20);
  }

  private static Decoded decoded(Identified picture, Plan plan, Source source, Pixels pixels) {
    Header header = picture.header();
    return new Decoded(
        picture.original().job(),
        media(picture.media(), pixels),
        plan,
        pixels.bitmap(),
        new Looks(
            header.exif().orientation(),
            pixels.profile(),
            header.color().model() == Color.Model.GRAY),
        moving(picture, source));
  }

  /** What only the pixels tell. */
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

  private static @Nullable Moving moving(Identified picture, Source source) {
    if (picture.header().animation() == null) {
      return null;
    }
    return new Moving(picture.decoder() instanceof Animated animated ? animated : null, source);
  }

  private static Progress<Decoded> rejected(Rejection rejection, Identified picture) {
    return Progress.rejected(rejection, picture.media());
  }
}
