package dev.darkroom.codec.tiff;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds TIFFs (TIFF 6.0, section 2), each with the samples of one strip or of some tiles. */
final class TiffBytes {
  static final int WIDTH = 256;
  static final int HEIGHT = 257;
  static final int BITS = 258;
  static final int COMPRESSION = 259;
  static final int PHOTOMETRIC = 262;
  static final int STRIP_OFFSETS = 273;
  static final int SAMPLES = 277;
  static final int STRIP_COUNTS = 279;
  static final int PLANAR = 284;
  static final int PREDICTOR = 317;
  static final int COLOR_MAP = 320;
  static final int TILE_OFFSETS = 324;
  static final int TILE_COUNTS = 325;
  static final int SUB_DIRECTORIES = 330;
  static final int EXTRA_SAMPLES = 338;
  static final int FORMAT = 339;

  private static final byte[] CANON = {'C', 'R', 2, 0};
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;

  private final ByteOrder order;
  private int head = 8;
  private final Map<Integer, double[]> fields = new TreeMap<>();
  private final List<Integer> reals = new ArrayList<>();
  private final List<byte[]> parts = new ArrayList<>();
  private final List<TiffBytes> below = new ArrayList<>();

  private TiffBytes(ByteOrder order) {
    this.order = order;
  }

  /** Starts a picture of some samples of the same depth. */
  static TiffBytes of(ByteOrder order, int width, int height, int photometric, int... bits) {
    double[] depths = new double[bits.length];
    for (int i = 0; i < bits.length; i++) {
      depths[i] = bits[i];
    }
    return new TiffBytes(order)
        .with(WIDTH, width)
        .with(HEIGHT, height)
        .with(PHOTOMETRIC, photometric)
        .with(SAMPLES, bits.length)
        .with(BITS, depths);
  }

  static TiffBytes of(int width, int height, int photometric, int... bits) {
    return of(ByteOrder.LITTLE_ENDIAN, width, height, photometric, bits);
  }

  /** Sets a field to whole numbers. */
  TiffBytes with(int tag, double... values) {
    fields.put(tag, values);
    return this;
  }

  /** Sets a field to a floating-point number. */
  TiffBytes real(int tag, double value) {
    reals.add(tag);
    return with(tag, value);
  }

  /** Adds a strip or tile. */
  TiffBytes data(byte... part) {
    parts.add(part);
    return this;
  }

  /** Adds a strip of samples, each of 16, 32 or 64 bits. */
  TiffBytes data(int bytes, double... samples) {
    ByteBuffer buffer = ByteBuffer.allocate(bytes * samples.length).order(order);
    for (double sample : samples) {
      switch (bytes) {
        case 2 -> buffer.putShort((short) sample);
        case 4 -> buffer.putInt((int) (long) sample);
        default -> buffer.putDouble(sample);
      }
    }
    return data(buffer.array());
  }

  /** Adds a directory to which "SubIFDs" points. */
  TiffBytes below(TiffBytes directory) {
    below.add(directory);
    return this;
  }

  /** Puts the mark of a CR2 after the header. */
  TiffBytes canon() {
    head = 16;
    return this;
  }

  byte[] bytes() {
    return bytes(List.of(), -1);
  }

  /**
   * Builds the file.
   *
   * @param others directories that follow this one
   * @param loop index of the directory that follows the last one; -1 if none does
   */
  byte[] bytes(List<TiffBytes> others, int loop) {
    List<TiffBytes> all = new ArrayList<>(List.of(this));
    all.addAll(others);
    int chain = all.size();
    all.addAll(below);
    double[] pointers = new double[below.size()];
    if (pointers.length > 0) {
      with(SUB_DIRECTORIES, pointers);
    }
    int[] starts = new int[all.size() + 1];
    starts[0] = head;
    for (int i = 0; i < all.size(); i++) {
      starts[i + 1] = starts[i] + all.get(i).directoryBytes();
    }
    for (int i = 0; i < below.size(); i++) {
      pointers[i] = starts[chain + i];
    }
    int dataAt = starts[all.size()];
    ByteBuffer out = ByteBuffer.allocate(dataAt).order(order);
    out.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(US_ASCII));
    out.putShort((short) 42).putInt(head);
    if (head > 8) {
      out.put(CANON).position(head);
    }
    var data = new ByteArrayOutputStream();
    for (int i = 0; i < all.size(); i++) {
      int last = loop < 0 ? 0 : starts[loop];
      all.get(i)
          .write(out, i + 1 < chain ? starts[i + 1] : i + 1 == chain ? last : 0, dataAt, data);
    }
    byte[] file = Arrays.copyOf(out.array(), dataAt + data.size());
    System.arraycopy(data.toByteArray(), 0, file, dataAt, data.size());
    return file;
  }

  private Map<Integer, double[]> complete() {
    boolean tiled = fields.containsKey(322);
    fields.putIfAbsent(tiled ? TILE_OFFSETS : STRIP_OFFSETS, new double[parts.size()]);
    double[] counts = parts.stream().mapToDouble(part -> part.length).toArray();
    fields.putIfAbsent(tiled ? TILE_COUNTS : STRIP_COUNTS, counts);
    return fields;
  }

  private int size(int tag) {
    return reals.contains(tag) ? 8 : isShort(tag) ? 2 : 4;
  }

  private static boolean isShort(int tag) {
    return tag != WIDTH
        && tag != HEIGHT
        && tag != STRIP_OFFSETS
        && tag != STRIP_COUNTS
        && tag != TILE_OFFSETS
        && tag != TILE_COUNTS
        && tag != SUB_DIRECTORIES
        && tag != 513
        && tag != 514;
  }

  private int directoryBytes() {
    int bytes = 2 + 12 * complete().size() + 4;
    for (Map.Entry<Integer, double[]> field : fields.entrySet()) {
      int length = size(field.getKey()) * field.getValue().length;
      bytes += length > 4 ? length : 0;
    }
    return bytes;
  }

  private void write(ByteBuffer out, int next, int dataAt, ByteArrayOutputStream data) {
    double[] offsets = fields.get(fields.containsKey(322) ? TILE_OFFSETS : STRIP_OFFSETS);
    for (int i = 0; i < parts.size() && offsets != null; i++) {
      offsets[i] = dataAt + data.size();
      data.writeBytes(parts.get(i));
    }
    int at = out.position() + 2 + 12 * fields.size() + 4;
    out.putShort((short) fields.size());
    var values = ByteBuffer.allocate(directoryBytes()).order(order);
    for (Map.Entry<Integer, double[]> field : fields.entrySet()) {
      int tag = field.getKey();
      int size = size(tag);
      int length = size * field.getValue().length;
      out.putShort((short) tag);
      out.putShort((short) (size == 8 ? DOUBLE : size == 2 ? SHORT : LONG));
      out.putInt(field.getValue().length);
      int slot = out.position();
      out.putInt(length > 4 ? at + values.position() : 0);
      ByteBuffer to = length > 4 ? values : out.duplicate().order(order).position(slot);
      for (double value : field.getValue()) {
        switch (size) {
          case 2 -> to.putShort((short) value);
          case 4 -> to.putInt((int) (long) value);
          default -> to.putDouble(value);
        }
      }
    }
    out.putInt(next);
    out.put(values.flip());
  }
}
