package dev.darkroom.bench.image;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.Decoding;
import dev.darkroom.engine.foreign.JpegOptions;
import dev.darkroom.engine.foreign.NativeJpeg;
import dev.darkroom.engine.foreign.NativeWebp;
import dev.darkroom.engine.foreign.WebpOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Compares the size of our files with that of sharp's files of the same quality by {@link Ssim}.
 * Both encode the same pixels; sizes between two of sharp's quality settings are interpolated.
 */
record Quality(List<Row> rows) {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1440;
  private static final int JPEG_QUALITY = 82;
  private static final int WEBP_QUALITY = 80;
  private static final int REACH = 6;
  private static final String PNG = "quality.png";

  Quality {
    rows = List.copyOf(rows);
  }

  /**
   * @param ratio our size divided by sharp's
   */
  record Row(String format, int quality, double ssim, double ratio) {}

  /** Returns no rows if sharp is not available. */
  static Quality measure(Path folder, boolean hasSharp) throws IOException, InterruptedException {
    if (!hasSharp) {
      return new Quality(List.of());
    }
    var picture = new Bitmap(new Texture(WIDTH, HEIGHT, 5).pixels(), WIDTH, HEIGHT, true);
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, WIDTH, HEIGHT, picture.pixels(), 0, WIDTH);
    ImageIO.write(image, "png", folder.resolve(PNG).toFile());
    byte[] jpeg = NativeJpeg.encode(picture, JpegOptions.of(JPEG_QUALITY));
    byte[] webp = NativeWebp.encode(picture, WebpOptions.of(WEBP_QUALITY));
    return new Quality(
        List.of(
            compare(picture, jpeg, "jpeg", JPEG_QUALITY, folder),
            compare(picture, webp, "webp", WEBP_QUALITY, folder)));
  }

  private static Row compare(Bitmap picture, byte[] own, String format, int quality, Path folder)
      throws IOException, InterruptedException {
    var sizes = new TreeMap<Double, Double>();
    for (byte[] file : sharp(format, quality, folder)) {
      sizes.put(Ssim.of(picture, decode(file, format)), (double) file.length);
    }
    double ssim = Ssim.of(picture, decode(own, format));
    return new Row(format, quality, ssim, own.length / interpolate(sizes, ssim));
  }

  private static double interpolate(TreeMap<Double, Double> sizes, double ssim) {
    var below = sizes.floorEntry(ssim);
    var above = sizes.ceilingEntry(ssim);
    if (below == null || above == null) {
      throw new IllegalStateException("sharp's qualities do not reach SSIM " + ssim);
    }
    double span = above.getKey() - below.getKey();
    double part = span == 0 ? 0 : (ssim - below.getKey()) / span;
    return below.getValue() + part * (above.getValue() - below.getValue());
  }

  private static List<byte[]> sharp(String format, int quality, Path folder)
      throws IOException, InterruptedException {
    Contenders.resource("quality.mjs", folder);
    var command = new ArrayList<>(List.of("node", "quality.mjs", PNG, "."));
    command.add(format);
    for (int q = quality - REACH; q <= quality + REACH; q++) {
      command.add(String.valueOf(q));
    }
    int status =
        new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("sharp ended with " + status);
    }
    var files = new ArrayList<byte[]>();
    for (int q = quality - REACH; q <= quality + REACH; q++) {
      files.add(Files.readAllBytes(folder.resolve(q + "." + format)));
    }
    return files;
  }

  private static Bitmap decode(byte[] file, String format) {
    Decoding decoding =
        format.equals("jpeg")
            ? NativeJpeg.decode(file, 1, WIDTH, HEIGHT)
            : NativeWebp.decode(file, WIDTH, HEIGHT);
    if (decoding instanceof Decoding.Picture picture) {
      return picture.bitmap();
    }
    throw new IllegalStateException(decoding.toString());
  }
}
