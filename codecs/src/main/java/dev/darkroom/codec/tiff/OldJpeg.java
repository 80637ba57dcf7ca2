package dev.darkroom.codec.tiff;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.exif.TiffDirectory;
import dev.darkroom.codec.exif.TiffStructure;
import dev.darkroom.codec.jpeg.JpegFrame;

/**
 * Where a directory of the old JPEG compression keeps its JPEG file (section 22), if it has a whole
 * one.
 *
 * @param offset in the file, in bytes; 0 if there is none
 */
record OldJpeg(long offset, long length) {
  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTE_COUNTS = 279;
  private static final int INTERCHANGE_FORMAT = 513;
  private static final int INTERCHANGE_FORMAT_LENGTH = 514;

  /** Most bytes before a frame header. */
  private static final int MAX_HEAD = 1 << 20;

  static OldJpeg of(TiffDirectory directory) throws Malformed {
    if (directory.has(INTERCHANGE_FORMAT)) {
      return new OldJpeg(
          directory.number(INTERCHANGE_FORMAT, 0, 0),
          directory.number(INTERCHANGE_FORMAT_LENGTH, 0, Integer.MAX_VALUE));
    }
    return directory.count(STRIP_OFFSETS) == 1
        ? new OldJpeg(
            directory.number(STRIP_OFFSETS, 0, 0),
            directory.number(STRIP_BYTE_COUNTS, 0, Integer.MAX_VALUE))
        : new OldJpeg(0, 0);
  }

  /** Returns whether there is a JPEG file with a frame of the directory's size. */
  static boolean isWhole(TiffDirectory directory, TiffStructure tiff) throws Malformed {
    OldJpeg at = of(directory);
    try {
      ByteReader file = at.head(tiff);
      JpegFrame frame = JpegFrame.find(file.bytes(file.remaining()));
      return frame.width() == directory.number(IMAGE_WIDTH, 0)
          && frame.height() == directory.number(IMAGE_LENGTH, 0);
    } catch (ShortOfBytes e) {
      throw e;
    } catch (Malformed e) {
      return false;
    }
  }

  private ByteReader head(TiffStructure tiff) throws Malformed {
    try {
      return tiff.slice(offset, Math.min(length, MAX_HEAD));
    } catch (ShortOfBytes e) {
      throw e;
    } catch (Malformed e) {
      // The length is wrong, or not told.
      return tiff.sliceFrom(offset);
    }
  }
}
