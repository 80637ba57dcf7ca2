package dev.darkroom.image.encode;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.image.resize.Images;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Encodes JPEGs with the JDK's writer, for machines without libjpeg-turbo: slower, files as large.
 */
record JdkJpeg(boolean progressive) implements Encoder {
  /** Lowest quality with 4:4:4 chroma. */
  private static final int FULL_COLOR = 90;

  @Override
  public byte[] encode(Bitmap bitmap, int quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var image = new IIOImage(Images.of(bitmap), null, null);
      ImageWriteParam param = param(writer, quality);
      if (quality >= FULL_COLOR) {
        image.setMetadata(fullColor(writer, image, param));
      }
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private ImageWriteParam param(ImageWriter writer, int quality) {
    var param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality / 100f);
    param.setOptimizeHuffmanTables(true);
    if (progressive) {
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    }
    return param;
  }

  /** Returns the writer's default metadata with 4:4:4 chroma, which can be set in no other way. */
  private static IIOMetadata fullColor(ImageWriter writer, IIOImage image, ImageWriteParam param)
      throws IOException {
    var type = ImageTypeSpecifier.createFromRenderedImage(image.getRenderedImage());
    IIOMetadata metadata = writer.getDefaultImageMetadata(type, param);
    var tree = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    NodeList components = tree.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      var component = (Element) components.item(i);
      component.setAttribute("HsamplingFactor", "1");
      component.setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(metadata.getNativeMetadataFormatName(), tree);
    return metadata;
  }
}
