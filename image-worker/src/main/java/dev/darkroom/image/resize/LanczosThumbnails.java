package dev.darkroom.image.resize;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import dev.darkroom.codec.picture.Region;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import net.coobird.thumbnailator.resizers.Resizer;

/** Our resizer behind Thumbnailator's own extension point, on the images' own integers. */
final class LanczosThumbnails implements Resizer {
  @Override
  public void resize(BufferedImage source, BufferedImage target) {
    Raster raster = source.getRaster();
    int[] pixels = Images.pixels(source);
    // A part of an image is the whole one's integers, read from further behind.
    int stride = ((SinglePixelPackedSampleModel) raster.getSampleModel()).getScanlineStride();
    boolean opaque = !source.getColorModel().hasAlpha();
    var whole = new Bitmap(pixels, stride, pixels.length / stride, opaque);
    var part =
        new Region(
            -raster.getSampleModelTranslateX(),
            -raster.getSampleModelTranslateY(),
            source.getWidth(),
            source.getHeight());
    LanczosResizer.resize(whole, part, Images.bitmap(target));
  }
}
