package dev.darkroom.image.step;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import dev.darkroom.contract.MediaFormat;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Which decoder reads which format, by name: whatever else lies on the class path is never asked.
 */
final class Readers {
  /** Reads CMYK and broken profiles, on which the JDK's reader fails. */
  private static final ImageReaderSpi JPEG = register(new JPEGImageReaderSpi());

  /** Reads what scanners and cameras make of TIFF; the JDK's throws on much of it. */
  private static final ImageReaderSpi TIFF = register(new TIFFImageReaderSpi());

  private Readers() {}

  /** A fresh reader, for the caller to dispose of. */
  static ImageReader reader(MediaFormat format) throws IOException {
    return switch (format) {
      case JPEG -> JPEG.createReaderInstance();
      case TIFF -> TIFF.createReaderInstance();
      case PNG, GIF, BMP -> ImageIO.getImageReadersByFormatName(format.name()).next();
      default -> throw new IllegalArgumentException("no reader for " + format);
    };
  }

  /** Being registered is how these providers find the JDK's readers below them. */
  private static ImageReaderSpi register(ImageReaderSpi provider) {
    IIORegistry.getDefaultInstance().registerServiceProvider(provider, ImageReaderSpi.class);
    return provider;
  }
}
