package dev.darkroom.image.step;

import dev.darkroom.codec.exif.Exif;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Header;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.image.decode.Decoder;
import dev.darkroom.image.rendition.Plan;
import dev.darkroom.image.rendition.RenditionSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A picture whose header has been read, and its decoder. */
public record Identified(Original original, MediaFormat format, Header header, Decoder decoder) {
  /** Returns what the manifest says of the picture, as far as the header tells. */
  Media media() {
    return media(format, header);
  }

  /** Computes what to make of the picture. */
  Plan plan(List<RenditionSpec> specs) {
    return Plan.of(specs, width(header), height(header));
  }

  Identified with(Header whole) {
    return new Identified(original, format, whole, decoder);
  }

  static Media media(MediaFormat format, Header header) {
    Exif exif = header.exif();
    return Media.picture(
        format,
        width(header),
        height(header),
        new Media.Picture(
            exif.orientation(),
            exif.takenAt(),
            exif.camera(),
            exif.lens(),
            exposure(exif.exposure()),
            Colors.name(header.color().profile()),
            header.channels().alpha() != Alpha.NONE,
            header.frames(),
            header.animation() == null ? null : header.animation().durationMillis(),
            null));
  }

  private static Media.@Nullable Exposure exposure(Exif.Exposure exposure) {
    return exposure.equals(Exif.Exposure.UNKNOWN)
        ? null
        : new Media.Exposure(
            exposure.seconds(), exposure.fNumber(), exposure.iso(), exposure.focalLength());
  }

  /** Returns the width as people see it. */
  private static int width(Header header) {
    return header.exif().swapsSides() ? header.height() : header.width();
  }

  /** Returns the height as people see it. */
  private static int height(Header header) {
    return header.exif().swapsSides() ? header.width() : header.height();
  }
}
