package dev.darkroom.bench.image;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** Draws a GIF in which a photograph slides by, as in a screen recording or a meme. */
final class GifMovie {
  private static final int STEP = 4;
  private static final String DELAY_HUNDREDTHS = "5";

  private GifMovie() {}

  static byte[] of(int frames, int width, int height) throws IOException {
    int span = width + frames * STEP;
    int[] wide = new Texture(span, height, 4).pixels();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    var out = new ByteArrayOutputStream();
    try (var sink = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(sink);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames; i++) {
        var frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, webSafe());
        frame.setRGB(0, 0, width, height, wide, i * STEP, span);
        IIOMetadata timing = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        setDelay(timing);
        writer.writeToSequence(new IIOImage(frame, null, timing), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static void setDelay(IIOMetadata metadata) throws IIOInvalidTreeException {
    String format = metadata.getNativeMetadataFormatName();
    var root = new IIOMetadataNode(format);
    var control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", DELAY_HUNDREDTHS);
    root.appendChild(control);
    metadata.mergeTree(format, root);
  }

  /** A palette of six levels per channel. */
  private static IndexColorModel webSafe() {
    byte[] r = new byte[216];
    byte[] g = new byte[216];
    byte[] b = new byte[216];
    for (int i = 0; i < 216; i++) {
      r[i] = (byte) (i / 36 * 51);
      g[i] = (byte) (i / 6 % 6 * 51);
      b[i] = (byte) (i % 6 * 51);
    }
    return new IndexColorModel(8, 216, r, g, b);
  }
}
