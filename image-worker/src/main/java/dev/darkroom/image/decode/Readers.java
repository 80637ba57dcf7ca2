package dev.darkroom.image.decode;

import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads files with ImageIO readers chosen by class, never by what else is on the class path. */
final class Readers {
  private static final String JDK = "com.sun.imageio.";

  private Readers() {}

  /** Reads something with a reader. */
  @FunctionalInterface
  interface Use<T> {
    T read(ImageReader reader) throws IOException;
  }

  /**
   * What a reader read.
   *
   * @param damaged whether the reader skipped damaged data
   */
  record Result<T>(T value, boolean damaged) {}

  /**
   * Reads a file with the JDK's own reader.
   *
   * @param format the format's name in ImageIO
   */
  static <T> Result<T> withJdk(String format, byte[] file, Deadline deadline, Use<T> use)
      throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith(JDK)) {
        return with(reader, file, deadline, use);
      }
    }
    throw new ServiceConfigurationError("the JDK has no reader for " + format);
  }

  private static <T> Result<T> with(ImageReader reader, byte[] file, Deadline deadline, Use<T> use)
      throws IOException {
    var watch = new ReaderWatch(deadline);
    try (ImageInputStream in = new BytesInput(file)) {
      // Without metadata, whose text makes readers fail.
      reader.setInput(in, true, true);
      reader.addIIOReadProgressListener(watch);
      reader.addIIOReadWarningListener(watch);
      T value = use.read(reader);
      if (deadline.passed()) {
        throw new IOException("the time for decoding has run out");
      }
      return new Result<>(value, watch.damaged());
    } finally {
      reader.dispose();
    }
  }

  static {
    // Keeps ImageIO from writing temporary files.
    ImageIO.setUseCache(false);
  }
}
