package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.Exif;
import dev.darkroom.codec.exif.ExifReader;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.SampleEntry;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a HEIF file (ISO/IEC 23008-12): the primary picture after its own rotations
 * and crops. Exif is read only if it lies within the given bytes.
 */
public final class HeifHeader {
  private static final int MAX_EXIF = 1 << 20;
  private static final int EXIF_OFFSET = 4;

  private HeifHeader() {}

  public static Header read(Head head) throws Malformed {
    var source = new HeadSource(head);
    try {
      return header(HeifFile.read(source, HeifLimits.DEFAULT), source);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail", e);
    }
  }

  private static Header header(HeifFile file, Mp4Source source) throws Malformed, IOException {
    Optional<TileCoding> coding = file.coding();
    int channels = file.channels();
    Alpha alpha =
        !file.hasAlpha()
            ? Alpha.NONE
            : file.isPremultiplied() ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
    return Header.still(
            file.width(),
            file.height(),
            new Channels(channels, coding.map(TileCoding::bits).orElse(8), alpha),
            new Color(channels < 3 ? Color.Model.GRAY : Color.Model.YCBCR, profile(file.color())))
        .withExif(exif(file, source))
        .withExotic(coding.isPresent() ? null : "coded as " + file.type());
  }

  private static Profile profile(HeifColor color) {
    byte[] icc = color.icc();
    SampleEntry.Color points = color.codePoints();
    if (icc != null) {
      return Profile.icc(icc);
    }
    return points == null
        ? new Profile.Unspecified()
        : new Profile.Cicp(
            points.primaries(),
            points.transfer(),
            points.matrix(),
            Boolean.TRUE.equals(points.fullRange()));
  }

  /** Ignores the orientation in Exif, because {@code irot} replaces it (6.5.10). */
  private static Exif exif(HeifFile file, Mp4Source source) throws IOException {
    try {
      byte[] block = block(file, source);
      if (block == null) {
        return Exif.NONE;
      }
      Exif exif = ExifReader.read(new ByteReader(block));
      return new Exif(1, exif.takenAt(), exif.camera(), exif.lens(), exif.exposure());
    } catch (Malformed e) {
      return Exif.NONE;
    }
  }

  /** Returns the TIFF structure within the Exif item (A.2.1), null if there is none. */
  private static byte @Nullable [] block(HeifFile file, Mp4Source source)
      throws IOException, Malformed {
    Optional<ItemData> item = file.exif();
    if (item.isEmpty()) {
      return null;
    }
    var in = new ByteReader(item.get().read(source, MAX_EXIF));
    long offset = in.u32();
    in.seek(EXIF_OFFSET).skip(offset);
    return in.bytes(in.remaining());
  }

  /** Serves the given bytes as a source. */
  private record HeadSource(Head head) implements Mp4Source {
    @Override
    public long size() {
      return head.isWhole() ? head.length() : Long.MAX_VALUE;
    }

    @Override
    public ByteReader read(long from, int length) throws Malformed {
      return head.slice(from, length);
    }
  }
}
