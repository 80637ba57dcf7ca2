package dev.darkroom.image.resize;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.image.rendition.Fit;
import dev.darkroom.image.rendition.Focus;
import dev.darkroom.image.rendition.Part;
import dev.darkroom.image.rendition.Target;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;

/** Makes renditions' pictures: crops, resizes and pads, in one chain of Thumbnailator's. */
public final class Thumbnailing {
  private static final LanczosThumbnails LANCZOS = new LanczosThumbnails();

  private Thumbnailing() {}

  /**
   * Makes a rendition's picture.
   *
   * @param source the whole picture, at any size
   * @param focus the point that a crop keeps
   * @return a new picture, or the source itself if it is the rendition already
   */
  public static Bitmap make(Bitmap source, Target target, Focus focus) {
    Part part = target.source(source.width(), source.height(), focus);
    boolean pads = target.fit() == Fit.PAD;
    if (!pads && source.width() == target.width() && source.height() == target.height()) {
      return source;
    }
    BufferedImage image = Images.of(source);
    var chain =
        Thumbnails.of(image)
            .sourceRegion(part.x(), part.y(), part.width(), part.height())
            .forceSize(target.width(), target.height())
            .imageType(image.getType())
            .resizer(LANCZOS);
    if (pads) {
      chain.addFilter(new Padding(target.canvasWidth(), target.canvasHeight()));
    }
    try {
      return Images.bitmap(chain.asBufferedImage());
    } catch (IOException e) {
      throw new UncheckedIOException("no file is read here", e);
    }
  }
}
