package dev.darkroom.codec.icc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes profiles of the two simple models (ICC.1:2022, 7.2 and 7.3). */
final class ProfileBuilder {
  private static final int HEADER = 128;
  private final Map<String, byte[]> tags = new LinkedHashMap<>();
  private final int version;
  private final String samples;
  private final String connection;

  private ProfileBuilder(int version, String samples, String connection) {
    this.version = version;
    this.samples = samples;
    this.connection = connection;
    put("wtpt", xyz(0.9642, 1, 0.8249));
    put("cprt", text("text", "none"));
  }

  static ProfileBuilder rgb(int version) {
    return new ProfileBuilder(version, "RGB ", "XYZ ");
  }

  static ProfileBuilder gray(String connection) {
    return new ProfileBuilder(2, "GRAY", connection);
  }

  /** Display P3 as phones embed it: sRGB's curve as function 3. */
  static ProfileBuilder displayP3() {
    return rgb(4)
        .colorants(
            new double[] {0.51512, 0.2412, -0.00105},
            new double[] {0.29198, 0.69225, 0.04189},
            new double[] {0.1571, 0.06657, 0.78407})
        .curves(parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045))
        .put("desc", localized("Display P3"));
  }

  /** ROMM RGB of ISO 22028-2, with its linear start. */
  static ProfileBuilder proPhoto() {
    return rgb(4)
        .colorants(
            new double[] {0.79767, 0.28804, 0},
            new double[] {0.13519, 0.71188, 0},
            new double[] {0.03134, 0.00009, 0.82491})
        .curves(parametric(3, 1.8, 1, 0, 1 / 16.0, 0.03125))
        .put("desc", localized("ProPhoto RGB"));
  }

  static ProfileBuilder srgb(int version) {
    return rgb(version)
        .colorants(
            new double[] {0.43607, 0.22249, 0.01392},
            new double[] {0.38515, 0.71687, 0.09708},
            new double[] {0.14307, 0.06061, 0.7141})
        .put("desc", text("desc", "sRGB"));
  }

  ProfileBuilder colorants(double[] red, double[] green, double[] blue) {
    return put("rXYZ", xyz(red)).put("gXYZ", xyz(green)).put("bXYZ", xyz(blue));
  }

  ProfileBuilder curves(byte[] curve) {
    return put("rTRC", curve).put("gTRC", curve).put("bTRC", curve);
  }

  ProfileBuilder put(String tag, byte[] value) {
    tags.put(tag, value);
    return this;
  }

  byte[] build() {
    ByteBuffer table = ByteBuffer.allocate(4 + 12 * tags.size()).putInt(tags.size());
    var data = new ByteArrayOutputStream();
    tags.forEach(
        (name, value) -> {
          table.put(ascii(name)).putInt(HEADER + table.capacity() + data.size());
          table.putInt(value.length);
          data.writeBytes(value);
          data.writeBytes(new byte[-value.length & 3]);
        });
    ByteBuffer out = ByteBuffer.allocate(HEADER + table.capacity() + data.size());
    out.putInt(0, out.capacity()).put(8, (byte) version);
    out.put(12, ascii("mntr" + samples + connection)).put(36, ascii("acsp"));
    out.put(68, xyz(0.9642, 1, 0.8249), 8, 12);
    return out.put(HEADER, table.array())
        .put(HEADER + table.capacity(), data.toByteArray())
        .array();
  }

  static byte[] parametric(int function, double... numbers) {
    ByteBuffer out = ByteBuffer.allocate(12 + 4 * numbers.length);
    out.put(ascii("para")).putInt(0).putShort((short) function).putShort((short) 0);
    for (double number : numbers) {
      out.putInt((int) Math.round(number * 65536));
    }
    return out.array();
  }

  /** One entry is a gamma in 256ths. */
  static byte[] sampled(int... entries) {
    ByteBuffer out = ByteBuffer.allocate(12 + 2 * entries.length);
    out.put(ascii("curv")).putInt(0).putInt(entries.length);
    for (int entry : entries) {
      out.putShort((short) entry);
    }
    return out.array();
  }

  static byte[] xyz(double... values) {
    ByteBuffer out = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
    for (double value : values) {
      out.putInt((int) Math.round(value * 65536));
    }
    return out.array();
  }

  private static byte[] text(String type, String text) {
    ByteBuffer out = ByteBuffer.allocate(12 + text.length() + 1 + 78);
    return out.put(ascii(type)).putInt(0).putInt(text.length() + 1).put(ascii(text)).array();
  }

  private static byte[] localized(String text) {
    byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
    ByteBuffer out = ByteBuffer.allocate(28 + utf16.length);
    out.put(ascii("mluc")).putInt(0).putInt(1).putInt(12).put(ascii("enUS"));
    return out.putInt(utf16.length).putInt(28).put(utf16).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
