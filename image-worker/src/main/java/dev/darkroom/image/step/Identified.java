package dev.darkroom.image.step;

import dev.darkroom.codec.header.Exif;
import dev.darkroom.codec.header.Header;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;

/** A picture whose header has been understood. */
public record Identified(Original original, MediaFormat format, Header header) {
  /** What the manifest will say of it. */
  public Media media() {
    return media(format, header);
  }

  static Media media(MediaFormat format, Header header) {
    Exif exif = header.exif();
    return Media.picture(
        format,
        exif.swapsSides() ? header.height() : header.width(),
        exif.swapsSides() ? header.width() : header.height(),
        new Media.Picture(exif.orientation(), exif.takenAt(), exif.camera()));
  }
}
