package dev.darkroom.bench.image;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What people keep as PNG: photos cut out, logos, icons with soft shadows, screenshots. */
final class PngPictures {
  private PngPictures() {}

  static Map<String, Bitmap> draw() {
    var pictures = new LinkedHashMap<String, Bitmap>();
    Bitmap photo = new Bitmap(new Texture(2400, 1700, 3).pixels(), 2400, 1700, true);
    Bitmap cutout = oval(photo);
    for (int width : new int[] {1920, 1024, 512}) {
      pictures.put("cut-out photo " + width, scaled(cutout, width));
    }
    pictures.put("opaque photo 1024", scaled(photo, 1024));
    pictures.put("logo 1600", logo());
    pictures.put("icon 1024", icon());
    pictures.put("screenshot 1920", screenshot());
    return pictures;
  }

  /** Cuts a photo out along an oval with a soft edge. */
  static Bitmap oval(Bitmap photo) {
    int width = photo.width();
    int height = photo.height();
    int[] pixels = photo.pixels().clone();
    for (int i = 0; i < pixels.length; i++) {
      int column = i % width;
      int row = i / width;
      double x = (column - width / 2.0) / width;
      double y = (row - height / 2.0) / height;
      long alpha = Math.clamp(Math.round((0.48 - Math.hypot(x, y)) * 2000), 0, 255);
      pixels[i] = alpha == 0 ? 0 : (pixels[i] & 0xffffff) | (int) alpha << 24;
    }
    return new Bitmap(pixels, width, height, false);
  }

  /** Scales a picture down to a width, unless it is narrower. */
  static Bitmap scaled(Bitmap picture, int width) {
    return picture.width() <= width
        ? picture
        : LanczosResizer.resize(picture, width, picture.height() * width / picture.width());
  }

  static Bitmap of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    return new Bitmap(pixels, width, height, !image.getColorModel().hasAlpha());
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return graphics;
  }

  private static Bitmap logo() {
    var image = new BufferedImage(1600, 1000, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = smooth(image);
    graphics.setColor(new Color(0xd0312d));
    graphics.fill(new Ellipse2D.Double(100, 100, 700, 700));
    graphics.setColor(new Color(0x1f3a93));
    graphics.fill(new RoundRectangle2D.Double(600, 300, 800, 400, 80, 80));
    graphics.setColor(Color.WHITE);
    graphics.setFont(new Font("SansSerif", Font.BOLD, 160));
    graphics.drawString("darkroom", 650, 560);
    graphics.dispose();
    return of(image);
  }

  private static Bitmap icon() {
    var image = new BufferedImage(1024, 1024, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = smooth(image);
    graphics.setPaint(
        new RadialGradientPaint(
            512,
            560,
            480,
            new float[] {0.6f, 1},
            new Color[] {new Color(0, 0, 0, 120), new Color(0, 0, 0, 0)}));
    graphics.fillRect(0, 0, 1024, 1024);
    graphics.setPaint(new GradientPaint(0, 100, new Color(0x4facfe), 0, 900, new Color(0x00f2fe)));
    graphics.fill(new RoundRectangle2D.Double(112, 112, 800, 800, 180, 180));
    graphics.dispose();
    return of(image);
  }

  /** Lines of words beside a list and a photo. */
  private static Bitmap screenshot() {
    var image = new BufferedImage(1920, 1080, BufferedImage.TYPE_INT_RGB);
    var random = new Random(1);
    Graphics2D graphics = smooth(image);
    graphics.setColor(new Color(0xfafafa));
    graphics.fillRect(0, 0, 1920, 1080);
    graphics.setColor(new Color(0x2b303b));
    graphics.fillRect(0, 0, 320, 1080);
    graphics.setFont(new Font("SansSerif", Font.PLAIN, 18));
    for (int y = 100; y < 1060; y += 24) {
      var words = new StringBuilder();
      for (int word = 0; word < 22; word++) {
        random.ints(2 + random.nextInt(8), 'a', 'z' + 1).forEach(words::appendCodePoint);
        words.append(' ');
      }
      graphics.setColor(new Color(0x222222));
      graphics.drawString(words.toString(), 340, y);
      graphics.setColor(new Color(0xc0c5ce));
      graphics.drawString("item " + random.nextInt(1000), 20, y);
    }
    graphics.dispose();
    image.setRGB(1400, 700, 480, 320, new Texture(480, 320, 7).pixels(), 0, 480);
    return of(image);
  }
}
