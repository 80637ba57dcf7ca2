package dev.darkroom.image.step;

import dev.darkroom.image.step.Resized.Sized;
import dev.darkroom.job.Progress;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.coobird.thumbnailator.Thumbnails;

/** Makes each rendition's picture from the next larger one, so that only the first costs much. */
public final class Resize {
  private final List<RenditionSpec> specs;

  public Resize(List<RenditionSpec> specs) {
    this.specs = List.copyOf(specs);
  }

  public Progress<Resized> apply(Decoded picture) throws IOException {
    List<Sized> sized = cascade(picture.image());
    sized.sort(Comparator.comparingInt(made -> specs.indexOf(made.spec())));
    return new Progress.At<>(new Resized(picture.job(), picture.media(), sized));
  }

  List<Sized> cascade(BufferedImage original) throws IOException {
    var made = new ArrayList<Sized>();
    // Whole pictures only: what was cropped is no source for others. Smallest last.
    var sources = new ArrayList<BufferedImage>(List.of(original));
    for (RenditionSpec spec : largestFirst(original)) {
      Target wanted = Target.of(spec, original.getWidth(), original.getHeight());
      BufferedImage image = resize(smallestCovering(wanted, sources, original), spec, wanted);
      made.add(new Sized(spec, image));
      if (spec.mode() == RenditionSpec.Mode.FIT) {
        sources.add(image);
      }
    }
    return made;
  }

  private List<RenditionSpec> largestFirst(BufferedImage original) {
    Comparator<RenditionSpec> byScale =
        Comparator.comparingDouble(
            spec -> scale(Target.of(spec, original.getWidth(), original.getHeight())));
    return specs.stream().sorted(byScale.reversed()).toList();
  }

  private static double scale(Target target) {
    return Math.max(
        (double) target.width() / target.source().width,
        (double) target.height() / target.source().height);
  }

  private static BufferedImage smallestCovering(
      Target wanted, List<BufferedImage> sources, BufferedImage original) {
    for (BufferedImage source : sources.reversed()) {
      if (scale(wanted) * original.getWidth() <= source.getWidth()
          && scale(wanted) * original.getHeight() <= source.getHeight()) {
        return source;
      }
    }
    return original;
  }

  private static BufferedImage resize(BufferedImage source, RenditionSpec spec, Target wanted)
      throws IOException {
    // The same part of this source as of the original; the size stays the one that was worked out.
    Rectangle part = Target.of(spec, source.getWidth(), source.getHeight()).source();
    if (part.width == wanted.width() && part.height == wanted.height()) {
      return copy(source, part);
    }
    return Thumbnails.of(source)
        .sourceRegion(part)
        .forceSize(wanted.width(), wanted.height())
        .imageType(source.getType())
        .asBufferedImage();
  }

  private static BufferedImage copy(BufferedImage source, Rectangle part) {
    if (part.width == source.getWidth() && part.height == source.getHeight()) {
      return source;
    }
    return source.getSubimage(part.x, part.y, part.width, part.height);
  }
}
