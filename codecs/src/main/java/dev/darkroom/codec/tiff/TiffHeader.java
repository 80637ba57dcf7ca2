package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.exif.ExifReader;
import dev.darkroom.codec.exif.TiffView;
import dev.darkroom.codec.exif.TiffView.Field;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Color.Model;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** TIFF 6.0, section 8, of the first directory; the others are counted. */
public final class TiffHeader {
  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int EXTRA_SAMPLES = 338;
  private static final int ICC_PROFILE = 34675;
  private static final int ASSOCIATED = 1;

  /** More are not counted: a chain of directories may be a loop. */
  private static final int MAX_FRAMES = 100_000;

  /** Four inks and an alpha. What has more is no picture to look at. */
  private static final int MAX_SAMPLES = 5;

  private TiffHeader() {}

  public static Header read(Head head) throws Malformed, ShortOfBytes {
    TiffView tiff = TiffView.open(head);
    long at = tiff.firstDirectory();
    Map<Integer, Field> fields = tiff.directory(at);
    int width = tiff.number(fields.get(IMAGE_WIDTH), 0);
    int height = tiff.number(fields.get(IMAGE_LENGTH), 0);
    if (width <= 0 || height <= 0) {
      throw new Malformed(at, "no width or height");
    }
    Model model = model(tiff.number(fields.get(PHOTOMETRIC), 0));
    boolean palette = model == Model.PALETTE;
    int samples = palette ? 3 : tiff.number(fields.get(SAMPLES_PER_PIXEL), 1);
    return new Header(
        width,
        height,
        frames(tiff, at),
        palette ? 8 : tiff.number(fields.get(BITS_PER_SAMPLE), 1),
        samples,
        alpha(tiff, fields.get(EXTRA_SAMPLES)),
        new Color(model, profile(tiff, fields.get(ICC_PROFILE))),
        null,
        null,
        ExifReader.read(tiff, fields),
        samples > MAX_SAMPLES ? "%,d samples a pixel".formatted(samples) : null);
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

  /** Section 18. What an extra sample is may be left open, and is alpha then in practice. */
  private static Alpha alpha(TiffView tiff, @Nullable Field extra) throws Malformed, ShortOfBytes {
    if (extra == null) {
      return Alpha.NONE;
    }
    return tiff.number(extra, 0) == ASSOCIATED ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
  }

  /** ICC.1:2022, B.3. */
  private static Profile profile(TiffView tiff, @Nullable Field icc) {
    if (icc == null) {
      return new Profile.Unspecified();
    }
    if (icc.count() > Profile.MAX_ICC) {
      return new Profile.Oversized(icc.count());
    }
    try {
      return new Profile.Icc(tiff.bytes(icc));
    } catch (Malformed | ShortOfBytes e) {
      return new Profile.Unspecified();
    }
  }

  private static int frames(TiffView tiff, long first) {
    int frames = 1;
    try {
      for (long at = tiff.nextDirectory(first);
          at != 0 && frames < MAX_FRAMES;
          at = tiff.nextDirectory(at)) {
        frames++;
      }
    } catch (Malformed | ShortOfBytes e) {
      // Only those that can be seen count.
    }
    return frames;
  }
}
