package dev.darkroom.image.decode;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * Which of ImageIO's readers reads what, by name: whatever else lies on the class path is never
 * asked.
 */
final class Readers {
  private static final String JDK = "com.sun.imageio.";

  private Readers() {}

  /** What is read with one. */
  @FunctionalInterface
  interface Use<T> {
    T read(ImageReader reader) throws IOException;
  }

  /**
   * The JDK's own.
   *
   * @param format as it calls it
   */
  static <T> T withJdk(String format, byte[] file, DecodeWatch watch, Use<T> use)
      throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith(JDK)) {
        return with(reader, file, watch, use);
      }
    }
    throw new IllegalStateException("no reader for " + format);
  }

  /** Reads what scanners and cameras make of TIFF; the JDK's throws on much of it. */
  static <T> T withTiff(byte[] file, DecodeWatch watch, Use<T> use) throws IOException {
    return with(Tiff.PROVIDER.createReaderInstance(), file, watch, use);
  }

  private static <T> T with(ImageReader reader, byte[] file, DecodeWatch watch, Use<T> use)
      throws IOException {
    try (ImageInputStream in = new ByteArrayImageInputStream(file)) {
      // Without metadata: text in it makes readers fail.
      reader.setInput(in, true, true);
      watch.watch(reader);
      return use.read(reader);
    } finally {
      reader.dispose();
    }
  }

  /** Made when the first TIFF comes. */
  private static final class Tiff {
    static final ImageReaderSpi PROVIDER = new TIFFImageReaderSpi();
  }

  static {
    // Reading and writing go through memory here, never through temporary files.
    ImageIO.setUseCache(false);
  }
}
