package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.jpeg.JpegFrame;
import dev.darkroom.codec.tiff.TiffPort;
import dev.darkroom.stage.batch.Deadline;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;

/** Decodes JPEGs inside TIFFs with the JDK's reader, and converts inks. */
final class TiffParts implements TiffPort {
  /** SOF0 and SOF1 (ITU-T T.81, table B.1). */
  private static final int LAST_SEQUENTIAL = 1;

  private static final int PROGRESSIVE = 2;

  /** Most pixels of a progressive JPEG, whose coefficients are held, too. */
  private static final long MAX_PROGRESSIVE = 1 << 20;

  private final Inks inks;
  private final Deadline deadline;

  TiffParts(Inks inks, Deadline deadline) {
    this.inks = inks;
    this.deadline = deadline;
  }

  @Override
  public Block jpeg(byte[] file, int width, int height, int samples) throws Malformed, IOException {
    JpegFrame frame = JpegFrame.find(file);
    long pixels = (long) frame.width() * frame.height();
    if (frame.width() > width || frame.height() > height || frame.components() != samples) {
      throw new Malformed(
          0,
          "a JPEG of %d×%d with %d components in a part of %d×%d with %d"
              .formatted(
                  frame.width(), frame.height(), frame.components(), width, height, samples));
    }
    boolean held = frame.process() == PROGRESSIVE && pixels <= MAX_PROGRESSIVE;
    if (frame.bits() != 8 || (frame.process() > LAST_SEQUENTIAL && !held)) {
      throw new UnsupportedCoding(
          "a JPEG of process %d and %d bits inside".formatted(frame.process(), frame.bits()));
    }
    return decode(file, frame);
  }

  private Block decode(byte[] file, JpegFrame frame) throws Malformed, IOException {
    Readers.Result<Raster> read;
    try {
      read = Readers.withJdk("jpeg", file, deadline, reader -> reader.readRaster(0, null));
    } catch (IOException | RuntimeException e) {
      if (deadline.passed()) {
        throw e;
      }
      throw new Malformed(0, "a JPEG inside is damaged: " + e.getMessage());
    }
    Raster raster = read.value();
    if (raster.getWidth() == frame.width()
        && raster.getHeight() == frame.height()
        && raster.getSampleModel() instanceof ComponentSampleModel model
        && model.getPixelStride() == frame.components()
        && model.getScanlineStride() == frame.components() * frame.width()
        && raster.getDataBuffer() instanceof DataBufferByte buffer) {
      return new Block(buffer.getData(), frame.width(), frame.height(), read.damaged());
    }
    throw new Malformed(0, "a JPEG inside has another layout than its header says");
  }

  @Override
  public void inks(byte[] cmyk, int[] rgb, int at) {
    inks.toRgb(cmyk, rgb, at);
  }
}
