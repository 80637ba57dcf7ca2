package dev.darkroom.video.picture;

import dev.darkroom.codec.picture.Attention;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import dev.darkroom.codec.picture.Region;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.codec.thumbhash.DominantColor;
import dev.darkroom.codec.thumbhash.ThumbHash;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.video.still.Size;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** {@code poster} and its smaller sizes, of the same names as a picture's. */
public final class Poster {
  /** Names of all that this makes. */
  public static final List<String> NAMES = List.of("poster", "medium", "small", "thumb");

  private static final int ATTENTION_EDGE = 128;

  private final Sizes sizes;
  private final Encoder encoder;

  /**
   * In pixels; smaller videos are not enlarged.
   *
   * @param poster the longer side
   * @param medium likewise
   * @param small likewise
   * @param thumb both sides
   */
  public record Sizes(int poster, int medium, int small, int thumb) {}

  public Poster(Sizes sizes, Encoder encoder) {
    this.sizes = sizes;
    this.encoder = encoder;
  }

  /**
   * @param picture upright, no larger than {@code poster}
   */
  public List<PictureFile> files(RgbPicture picture) {
    Bitmap poster = picture.toBitmap();
    var files = new ArrayList<>(encoder.files("poster", poster));
    Bitmap medium = scaled(poster, sizes.medium());
    files.addAll(encoder.files("medium", medium));
    Bitmap small = scaled(medium, sizes.small());
    files.addAll(encoder.files("small", small));
    int edge = Math.min(sizes.thumb(), Math.min(small.width(), small.height()));
    files.addAll(encoder.files("thumb", LanczosResizer.resize(small, square(small), edge, edge)));
    return files;
  }

  /** The part that people look at. */
  private static Region square(Bitmap picture) {
    Bitmap small = scaled(picture, ATTENTION_EDGE);
    double scale =
        Math.min(picture.width(), picture.height())
            / (double) Math.min(small.width(), small.height());
    Region crop = Attention.crop(small, 1);
    double edge = Math.min(picture.width(), picture.height());
    return new Region(
        Math.clamp(crop.x() * scale, 0, picture.width() - edge),
        Math.clamp(crop.y() * scale, 0, picture.height() - edge),
        edge,
        edge);
  }

  /** What a page shows until the poster is there. */
  public Placeholder placeholder(RgbPicture picture) {
    Bitmap small = scaled(picture.toBitmap(), ThumbHash.MAX_EDGE);
    byte[] hash = ThumbHash.of(small.pixels(), small.width(), small.height());
    return new Placeholder(
        DominantColor.of(small.pixels()), Base64.getEncoder().encodeToString(hash));
  }

  private static Bitmap scaled(Bitmap picture, int edge) {
    Size size = new Size(picture.width(), picture.height()).within(edge);
    return size.width() == picture.width() && size.height() == picture.height()
        ? picture
        : LanczosResizer.resize(picture, size.width(), size.height());
  }
}
