package dev.darkroom.bench.image;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.NativeWebp;
import dev.darkroom.engine.foreign.WebpOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Draws the pictures to measure, the same in every run. */
final class TestPictures {
  private static final float CAMERA_QUALITY = 0.92f;
  private static final float WEBP_QUALITY = 85;

  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  private TestPictures(Path folder) {
    this.folder = folder;
  }

  /** Draws all pictures into a folder and returns their files. */
  static List<Path> draw(Path folder) throws IOException {
    var pictures = new TestPictures(folder);
    pictures.draw();
    return pictures.files;
  }

  private void draw() throws IOException {
    int[] photo = new Texture(4032, 3024, 1).pixels();
    byte[] jpeg = jpeg(rgb(photo, 4032, 3024), false);
    save("phone-12mp-exif6-p3.jpg", Segments.asPhone(jpeg));
    save("plain-12mp.jpg", jpeg);
    save("progressive-12mp.jpg", jpeg(rgb(photo, 4032, 3024), true));
    save("camera-24mp.jpg", jpeg(rgb(new Texture(6000, 4000, 2).pixels(), 6000, 4000), false));
    save("transparent-4mp.png", png(2400, 1700));
    save("photo-3mp.webp", webp(2048, 1536));
    save("animation-60.gif", GifMovie.of(60, 480, 360));
  }

  private void save(String name, byte[] bytes) throws IOException {
    files.add(Files.write(folder.resolve(name), bytes));
  }

  private static BufferedImage rgb(int[] pixels, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }

  private static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var sink = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(CAMERA_QUALITY);
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(sink);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static byte[] webp(int width, int height) {
    var picture = new Bitmap(new Texture(width, height, 6).pixels(), width, height, true);
    return NativeWebp.encode(picture, WebpOptions.of(WEBP_QUALITY));
  }

  /** Draws a photo in a soft-edged oval on a transparent background. */
  private static byte[] png(int width, int height) throws IOException {
    int[] pixels = new Texture(width, height, 3).pixels();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double distance = Math.hypot((x - width / 2.0) / width, (y - height / 2.0) / height);
        long alpha = Math.clamp(Math.round((0.48 - distance) * 2000), 0, 255);
        pixels[y * width + x] = (pixels[y * width + x] & 0xffffff) | (int) alpha << 24;
      }
    }
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
