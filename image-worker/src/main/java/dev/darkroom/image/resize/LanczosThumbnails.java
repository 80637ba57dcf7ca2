package dev.darkroom.image.resize;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import dev.darkroom.codec.picture.Region;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import net.coobird.thumbnailator.resizers.Resizer;

/** Plugs {@link LanczosResizer} into Thumbnailator. Works on the images' own integers. */
final class LanczosThumbnails implements Resizer {
  @Override
  public void resize(BufferedImage source, BufferedImage target) {
    Raster raster = source.getRaster();
    int[] pixels = Images.pixels(source);
    if (source.getWidth() == target.getWidth()
        && source.getHeight() == target.getHeight()
        && pixels.length == Images.pixels(target).length) {
      // A copy keeps the colors of transparent pixels, which resampling loses.
      System.arraycopy(pixels, 0, Images.pixels(target), 0, pixels.length);
      return;
    }
    // A part of an image shares the whole image's integers.
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
