package dev.darkroom.engine.foreign;

import dev.darkroom.codec.picture.Bitmap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Reads the header segments of a JPEG file. */
final class JpegBytes {
  private JpegBytes() {}

  /** Returns the codes of the segments up to the first scan. */
  static List<Integer> markers(byte[] file) {
    var markers = new ArrayList<Integer>();
    int at = 2;
    while (true) {
      int code = file[at + 1] & 0xff;
      markers.add(code);
      if (code == 0xda) {
        return markers;
      }
      at += 2 + (((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff));
    }
  }

  static boolean has(byte[] file, int marker) {
    return markers(file).contains(marker);
  }

  /** Returns the first component's horizontal and vertical sampling factor, four bits each. */
  static int lumaSampling(byte[] file) {
    return file[frameHeader(file) + 11];
  }

  /** Returns the offset of the SOF0 or SOF2 marker. */
  static int frameHeader(byte[] file) {
    int at = 2;
    while (true) {
      int code = file[at + 1] & 0xff;
      if (code == 0xc0 || code == 0xc2) {
        return at;
      }
      at += 2 + (((file[at + 2] & 0xff) << 8) | (file[at + 3] & 0xff));
    }
  }

  static byte[] byImageIo(Bitmap bitmap, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.write(null, new IIOImage(Pictures.image(bitmap), null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
