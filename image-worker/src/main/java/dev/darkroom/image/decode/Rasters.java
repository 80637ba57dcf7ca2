package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.contract.MediaFormat;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.IOException;
import javax.imageio.ImageReader;

/** TIFF and BMP, by ImageIO's readers, which decode to a raster of their own choice. */
final class Rasters implements Decoder {
  private final MediaFormat format;

  Rasters(MediaFormat format) {
    this.format = format;
  }

  @Override
  public Pixels decode(Source source, DecodeWatch watch) throws IOException {
    Header header = source.header();
    Readers.Use<BufferedImage> first = reader -> checked(reader, header).read(0);
    BufferedImage image =
        format == MediaFormat.TIFF
            ? Readers.withTiff(source.file(), watch, first)
            : Readers.withJdk(format.name(), source.file(), watch, first);
    if (watch.passed()) {
      throw new IOException("no time is left to convert the pixels");
    }
    return switch (header.color().model()) {
      case CMYK, YCCK ->
          new Pixels(
              InkRows.bitmap(image.getRaster(), Inks.of(header.color().profile())),
              new Profile.Srgb(),
              watch.damaged());
      case LAB -> new Pixels(RasterRows.bitmap(inSrgb(image)), new Profile.Srgb(), watch.damaged());
      case GRAY, RGB, PALETTE, YCBCR ->
          new Pixels(bitmap(image, header), header.color().profile(), watch.damaged());
    };
  }

  private static Bitmap bitmap(BufferedImage image, Header header) {
    Bitmap bitmap = RasterRows.bitmap(image);
    boolean marked = image.getColorModel().isAlphaPremultiplied();
    if (header.channels().alpha() == Alpha.PREMULTIPLIED && !marked) {
      // TwelveMonkeys leaves such samples as they are, and does not say so.
      Premultiplied.undo(bitmap.pixels());
    }
    return bitmap;
  }

  /** The limits were checked on the header's figures: the decoder must go by no other. */
  private static ImageReader checked(ImageReader reader, Header header) throws IOException {
    if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
      throw new IOException("decoder and header disagree");
    }
    return reader;
  }

  /** By the color space that the reader found. */
  private static BufferedImage inSrgb(BufferedImage image) {
    boolean opaque = image.getColorModel().getTransparency() == Transparency.OPAQUE;
    var srgb =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    return new ColorConvertOp(null).filter(image, srgb);
  }

  @Override
  public long memory(Header header, int reduction) {
    int sampleBytes = (header.channels().bits() + 7) / 8;
    boolean converted = header.color().model() == Color.Model.CMYK;
    int samples = Math.max(3, header.channels().count()) * sampleBytes;
    return Math.multiplyExact(header.pixels(), samples + (converted ? 8 : 4));
  }
}
