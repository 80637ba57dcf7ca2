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

/** Makes {@code poster} and its smaller sizes, named like the renditions of a picture. */
public record Poster(Sizes sizes, PictureEncoder encoder) {
  /** The names of all renditions that this class makes. */
  public static final List<String> NAMES = List.of("poster", "medium", "small", "thumb");

  private static final int ATTENTION_EDGE = 128;

  /**
   * Edges in pixels; smaller videos are not enlarged.
   *
   * @param poster longer side of the poster
   * @param medium longer side of the medium size
   * @param small longer side of the small size
   * @param thumb both sides of the square thumbnail
   */
  public record Sizes(int poster, int medium, int small, int thumb) {}

  /**
   * @param picture upright, its longer side no longer than {@link Sizes#poster}
   */
  public List<OutputFile> files(RgbPicture picture) {
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

  /** Finds the square that people look at. */
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

  /** Makes what a page shows until the poster has loaded. */
  public static Placeholder placeholder(RgbPicture picture) {
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
