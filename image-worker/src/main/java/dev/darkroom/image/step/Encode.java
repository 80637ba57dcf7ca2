package dev.darkroom.image.step;

import dev.darkroom.contract.MediaFormat;
import dev.darkroom.image.step.Resized.Sized;
import dev.darkroom.job.Progress;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEG, and PNG where there is alpha; nothing of the original's metadata. */
public final class Encode {
  private final float jpegQuality;

  /**
   * @param jpegQuality 1 to 100, as libjpeg counts
   */
  public Encode(int jpegQuality) {
    this.jpegQuality = jpegQuality / 100f;
  }

  public Progress<Encoded> apply(Resized resized) throws IOException {
    var files = new ArrayList<Encoded.File>();
    for (Sized picture : resized.pictures()) {
      BufferedImage image = picture.image();
      MediaFormat format = image.getColorModel().hasAlpha() ? MediaFormat.PNG : MediaFormat.JPEG;
      files.add(
          new Encoded.File(
              picture.spec().name(),
              format,
              image.getWidth(),
              image.getHeight(),
              encode(image, format)));
    }
    return new Progress.At<>(
        new Encoded(resized.job(), resized.media(), Placeholders.of(resized.pictures()), files));
  }

  byte[] encode(BufferedImage image, MediaFormat format) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param(writer));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private ImageWriteParam param(ImageWriter writer) {
    ImageWriteParam param = writer.getDefaultWriteParam();
    if (param instanceof JPEGImageWriteParam jpeg) {
      jpeg.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      jpeg.setCompressionQuality(jpegQuality);
      jpeg.setOptimizeHuffmanTables(true);
    }
    return param;
  }
}
