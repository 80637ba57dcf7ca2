package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.stage.batch.Deadline;
import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.IOException;
import javax.imageio.ImageReader;

/** Decodes TIFF and BMP with ImageIO's readers, which choose the raster's layout. */
final class Rasters implements Decoder {
  private final MediaFormat format;

  Rasters(MediaFormat format) {
    this.format = format;
  }

  @Override
  public Pixels decode(Source source, Deadline deadline) throws IOException {
    Header header = source.header();
    Readers.Use<BufferedImage> first = reader -> checked(reader, header).read(0);
    Readers.Result<BufferedImage> read =
        format == MediaFormat.TIFF
            ? Readers.withTiff(source.file(), deadline, first)
            : Readers.withJdk(format.name(), source.file(), deadline, first);
    BufferedImage image = read.value();
    return switch (header.color().model()) {
      case CMYK, YCCK ->
          new Pixels(
              InkRows.bitmap(image.getRaster(), Inks.of(header.color().profile())),
              new Profile.Srgb(),
              read.damaged());
      case LAB -> new Pixels(RasterRows.bitmap(inSrgb(image)), new Profile.Srgb(), read.damaged());
      case GRAY, RGB, PALETTE, YCBCR ->
          new Pixels(bitmap(image, header), header.color().profile(), read.damaged());
    };
  }

  private static Bitmap bitmap(BufferedImage image, Header header) {
    Bitmap bitmap = RasterRows.bitmap(image);
    boolean marked = image.getColorModel().isAlphaPremultiplied();
    if (header.channels().alpha() == Alpha.PREMULTIPLIED && !marked) {
      // TwelveMonkeys leaves these samples multiplied, and does not mark them.
      Premultiplied.undo(bitmap.pixels());
    }
    return bitmap;
  }

  /** Checks that the reader found the size that was checked against the limits. */
  private static ImageReader checked(ImageReader reader, Header header) throws IOException {
    if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
      throw new IOException("decoder and header disagree");
    }
    return reader;
  }

  /** Converts a picture by the color space that the reader found. */
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
