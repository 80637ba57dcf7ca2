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
import dev.darkroom.codec.header.HeifCoding;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.SampleEntry;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a HEIF file (ISO/IEC 23008-12): the primary picture after its own rotations
 * and crops. Exif is read only if it lies within the given bytes.
 */
public final class HeifHeader {
  private static final int MAX_EXIF = 1 << 20;
  private static final int EXIF_OFFSET = 4;

  /** Code point of colors that are not stated (ITU-T H.273). */
  private static final int UNSPECIFIED = 2;

  private HeifHeader() {}

  public static Header read(Head head) throws Malformed {
    var source = new HeadSource(head);
    try {
      ImageSequence sequence = ImageSequence.find(source);
      Header header =
          MetaBox.exists(source)
              ? header(HeifFile.read(source, HeifLimits.DEFAULT), source)
              : sequenceOnly(sequence);
      return sequence == null || sequence.frames() < 2
          ? header
          : header.withFrames(sequence.frames(), sequence.animation());
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail", e);
    }
  }

  private static Header sequenceOnly(@Nullable ImageSequence sequence) throws Malformed {
    if (sequence == null) {
      throw new Malformed(0, "no picture");
    }
    return Header.still(
            sequence.size().width(),
            sequence.size().height(),
            Channels.rgb(false),
            Color.unspecified(Color.Model.YCBCR))
        .withExotic("a sequence of pictures and no still one");
  }

  private static Header header(HeifFile file, Mp4Source source) throws Malformed, IOException {
    CodedPicture picture = known(file::picture);
    CodedPicture alpha = known(file::alpha);
    int channels = HeifFile.channels(picture, file.hasAlpha());
    Alpha kind =
        !file.hasAlpha()
            ? Alpha.NONE
            : file.isPremultiplied() ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
    return Header.still(
            file.width(),
            file.height(),
            new Channels(channels, picture == null ? 8 : picture.coding().bits(), kind),
            new Color(
                channels < 3 ? Color.Model.GRAY : Color.Model.YCBCR,
                profile(file.color(), picture)))
        .withHeif(coding(file, picture, alpha))
        .withExif(exif(file, source))
        .withExotic(file.obstacle());
  }

  private interface Finder {
    Optional<CodedPicture> find() throws IOException, Malformed;
  }

  /** Finds a picture; null if its bytes have not been given, or if its decoder will refuse it. */
  private static @Nullable CodedPicture known(Finder finder) throws IOException {
    try {
      return finder.find().orElse(null);
    } catch (Malformed e) {
      return null;
    }
  }

  private static HeifCoding coding(
      HeifFile file, @Nullable CodedPicture picture, @Nullable CodedPicture alpha) {
    Size whole = file.coded();
    List<CodedPicture> layers = Stream.of(picture, alpha).filter(Objects::nonNull).toList();
    return new HeifCoding(
        file.codec(),
        whole.width(),
        whole.height(),
        picture == null ? whole.width() : picture.tileWidth(),
        picture == null ? whole.height() : picture.tileHeight(),
        picture == null ? 1 : picture.tiles().size(),
        layers.stream().mapToLong(layer -> layer.coded().pixels()).max().orElse(whole.pixels()),
        layers.stream()
            .mapToLong(layer -> layer.coded().pixels() * layer.tiles().size())
            .max()
            .orElse(whole.pixels()));
  }

  /** The container's profile or code points; the codec's own where it states none. */
  private static Profile profile(HeifColor color, @Nullable CodedPicture picture) {
    byte[] icc = color.icc();
    if (icc != null) {
      return Profile.icc(icc);
    }
    SampleEntry.Color points = color.codePoints();
    if (points == null && picture != null) {
      SampleEntry.Color own = picture.color();
      points = own.primaries() == UNSPECIFIED && own.transfer() == UNSPECIFIED ? null : own;
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
