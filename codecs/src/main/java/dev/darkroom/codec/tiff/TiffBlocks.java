package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.TiffDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Opens the strips or tiles of a directory, which are decompressed row by row. */
final class TiffBlocks {
  private static final int FILL_ORDER = 266;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int T4_OPTIONS = 292;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTE_COUNTS = 325;
  private static final int JPEG_TABLES = 347;

  /** Most bytes of the tables that the JPEGs of a directory share; four of each kind fit. */
  private static final int MAX_TABLES = 1 << 16;

  /** Most pixels of a tile with a JPEG inside that may be larger than the picture. */
  private static final long MAX_JPEG_TILE = 1 << 20;

  private final byte[] file;
  private final TiffDirectory directory;
  private final TiffLayout layout;
  private final TiffPort port;
  private final byte[] tables;
  private final boolean reversed;
  private final boolean twoDimensional;
  private boolean damaged;

  TiffBlocks(byte[] file, TiffDirectory directory, TiffLayout layout, TiffPort port)
      throws Malformed {
    this.file = file;
    this.directory = directory;
    this.layout = layout;
    this.port = port;
    this.tables =
        directory.count(JPEG_TABLES) <= MAX_TABLES ? directory.bytes(JPEG_TABLES) : new byte[0];
    this.reversed = directory.number(FILL_ORDER, 0, 1) == 2;
    this.twoDimensional = (directory.number(T4_OPTIONS, 0, 0) & 1) != 0;
  }

  /** Returns whether a JPEG inside was damaged. */
  boolean damaged() {
    return damaged;
  }

  /**
   * Opens a strip or tile.
   *
   * @param index from left to right, then from top to bottom, then from plane to plane
   * @return null if it was never written, as in sparse files
   */
  @Nullable InputStream open(long index) throws Malformed, IOException {
    if (layout.compression() == Compression.OLD_JPEG) {
      OldJpeg old = OldJpeg.of(directory);
      return jpeg(old.offset(), old.length());
    }
    boolean tiled = layout.tiled();
    long offset = directory.number(tiled ? TILE_OFFSETS : STRIP_OFFSETS, index, -1);
    long count = directory.number(tiled ? TILE_BYTE_COUNTS : STRIP_BYTE_COUNTS, index, 0);
    if (offset < 0) {
      throw new Malformed(0, "no offset of strip or tile " + index);
    }
    if (offset == 0 && count == 0) {
      return null;
    }
    if (layout.compression() == Compression.NONE) {
      // Counts of uncompressed strips are often wrong, and not needed.
      count = (long) layout.blockHeight() * layout.rowBytes();
    }
    return open(offset, count <= 0 ? file.length : count);
  }

  private InputStream open(long offset, long count) throws Malformed, IOException {
    if (layout.compression() == Compression.JPEG) {
      return jpeg(offset, count);
    }
    int from = from(offset);
    int length = (int) Math.min(file.length - from, count);
    byte[] data = file;
    if (reversed) {
      data = reversed(from, length);
      from = 0;
    }
    int width = layout.blockWidth();
    InputStream in =
        switch (layout.compression()) {
          case LZW -> new LzwInput(data, from, length);
          case DEFLATE -> new InflaterInputStream(new ByteArrayInputStream(data, from, length));
          case PACK_BITS -> new PackBitsInput(data, from, length);
          case FAX_ROWS, FAX_GROUP_3, FAX_GROUP_4 ->
              new FaxInput(
                  new FaxBits(data, from, length), width, layout.compression(), twoDimensional);
          case NONE, JPEG, OLD_JPEG -> new ByteArrayInputStream(data, from, length);
        };
    return layout.isSubsampled()
        ? new SubsampledInput(in, width, layout.subsamplingX(), layout.subsamplingY())
        : in;
  }

  private int from(long offset) throws Malformed {
    if (offset >= file.length) {
      throw new Malformed(offset, "a strip or tile outside of the file");
    }
    return (int) offset;
  }

  /** Copies bytes whose bits are in the reverse order ("FillOrder"). */
  private byte[] reversed(int from, int length) {
    byte[] data = Arrays.copyOfRange(file, from, from + length);
    for (int i = 0; i < length; i++) {
      data[i] = (byte) (Integer.reverse(data[i]) >>> 24);
    }
    return data;
  }

  private InputStream jpeg(long offset, long count) throws Malformed, IOException {
    int from = from(offset);
    byte[] data = Arrays.copyOfRange(file, from, (int) Math.min(file.length, from + count));
    int width = layout.blockWidth();
    int height = layout.blockHeight();
    int samples = layout.samplesTogether();
    if ((long) width * height > Math.max(MAX_JPEG_TILE, (long) layout.width() * layout.height())) {
      throw new Malformed(0, "tiles of %d×%d with a JPEG inside".formatted(width, height));
    }
    TiffPort.Block block = port.jpeg(withTables(data), width, height, samples);
    damaged |= block.damaged();
    return block.width() == width
        ? new ByteArrayInputStream(block.samples())
        : new ByteArrayInputStream(padded(block, width * samples, samples));
  }

  private static byte[] padded(TiffPort.Block block, int rowBytes, int samples) {
    byte[] padded = new byte[rowBytes * block.height()];
    int length = block.width() * samples;
    for (int y = 0; y < block.height(); y++) {
      System.arraycopy(block.samples(), y * length, padded, y * rowBytes, length);
    }
    return padded;
  }

  /** Technical Note 2: the shared tables are a JPEG of their own, without a picture. */
  private byte[] withTables(byte[] data) {
    boolean ends = tables.length >= 4 && (tables[tables.length - 1] & 0xff) == 0xd9;
    int length = ends ? tables.length - 2 : tables.length;
    if (length < 4 || data.length < 2) {
      return data;
    }
    byte[] joined = Arrays.copyOf(tables, length + data.length - 2);
    System.arraycopy(data, 2, joined, length, data.length - 2);
    return joined;
  }
}
