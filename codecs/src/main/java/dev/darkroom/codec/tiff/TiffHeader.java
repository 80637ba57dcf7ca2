package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.ExifReader;
import dev.darkroom.codec.exif.TiffDirectory;
import dev.darkroom.codec.exif.TiffStructure;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Color.Model;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;

/** Reads the header of a TIFF file: its first directory (section 8), and the number of all. */
public final class TiffHeader {
  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int EXTRA_SAMPLES = 338;
  private static final int ICC_PROFILE = 34675;
  private static final int ASSOCIATED = 1;

  /** Most pages that are counted: the chain of directories may be a loop. */
  private static final int MAX_PAGES = 100_000;

  /** Four inks and alpha. A file with more samples holds measurements, not a picture. */
  private static final int MAX_SAMPLES = 5;

  private TiffHeader() {}

  public static Header read(Head head) throws Malformed {
    TiffStructure tiff = TiffStructure.open(head);
    long at = tiff.first();
    TiffDirectory directory = tiff.directory(at);
    int width = directory.number(IMAGE_WIDTH, 0);
    int height = directory.number(IMAGE_LENGTH, 0);
    if (width <= 0 || height <= 0) {
      throw new Malformed(at, "no width or height");
    }
    Model model = model(directory.number(PHOTOMETRIC, 0));
    boolean palette = model == Model.PALETTE;
    int samples = palette ? 3 : directory.number(SAMPLES_PER_PIXEL, 1);
    int bits = palette ? 8 : directory.number(BITS_PER_SAMPLE, 1);
    return Header.still(
            width,
            height,
            new Channels(samples, bits, alpha(directory)),
            new Color(model, profile(directory)))
        .withFrames(pages(tiff, at), null)
        .withExif(ExifReader.read(directory))
        .withExotic(samples > MAX_SAMPLES ? "%,d samples a pixel".formatted(samples) : null);
  }

  /** "PhotometricInterpretation", and sections 16, 21 and 23. */
  private static Model model(int photometric) {
    return switch (photometric) {
      case 2 -> Model.RGB;
      case 3 -> Model.PALETTE;
      case 5 -> Model.CMYK;
      case 6 -> Model.YCBCR;
      case 8 -> Model.LAB;
      default -> Model.GRAY;
    };
  }

  /** Section 18. An extra sample of unspecified meaning is alpha in practice. */
  private static Alpha alpha(TiffDirectory directory) throws Malformed {
    if (!directory.has(EXTRA_SAMPLES)) {
      return Alpha.NONE;
    }
    return directory.number(EXTRA_SAMPLES, 0) == ASSOCIATED ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
  }

  /** ICC.1:2022, B.3. */
  private static Profile profile(TiffDirectory directory) {
    long size = directory.count(ICC_PROFILE);
    if (size > Profile.MAX_ICC) {
      return new Profile.Oversized(size);
    }
    try {
      return size == 0 ? new Profile.Unspecified() : new Profile.Icc(directory.bytes(ICC_PROFILE));
    } catch (Malformed e) {
      return new Profile.Unspecified();
    }
  }

  private static int pages(TiffStructure tiff, long first) {
    int pages = 1;
    try {
      for (long at = tiff.next(first); at != 0 && pages < MAX_PAGES; at = tiff.next(at)) {
        pages++;
      }
    } catch (Malformed e) {
      // Pages are counted as far as the given bytes go.
    }
    return pages;
  }
}
