package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.ExifReader;
import dev.darkroom.codec.exif.TiffDirectory;
import dev.darkroom.codec.exif.TiffStructure;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import org.jspecify.annotations.Nullable;

/** Reads the header of a TIFF file: of the directory that is its picture. */
public final class TiffHeader {
  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;
  private static final int ICC_PROFILE = 34675;

  private TiffHeader() {}

  public static Header read(Head head) throws Malformed {
    TiffStructure tiff = TiffStructure.open(head);
    TiffPages pages = TiffPages.read(tiff);
    String raw = RawPhoto.kind(tiff, pages.all());
    if (raw != null) {
      return raw(raw, tiff, pages);
    }
    TiffDirectory directory = pages.picture();
    Profile profile = profile(directory);
    Header header =
        switch (TiffLayout.read(directory)) {
          case TiffLayout.Answer.Decodable(var layout) ->
              readable(layout, profile).withExotic(inside(layout, directory, tiff));
          case TiffLayout.Answer.Unsupported(String what) ->
              Header.still(
                      directory.number(IMAGE_WIDTH, 0),
                      directory.number(IMAGE_LENGTH, 0),
                      Channels.opaque(3, 8),
                      new Color(Color.Model.RGB, profile))
                  .withExotic(what);
        };
    return header.withFrames(pages.pages(), null).withExif(ExifReader.read(directory));
  }

  /** Describes a raw photo by its preview, which stands for it. */
  private static Header raw(String kind, TiffStructure tiff, TiffPages pages) throws Malformed {
    RawPhoto.Preview preview = RawPhoto.preview(tiff, pages.all());
    TiffDirectory first = pages.all().getFirst();
    Header header =
        preview != null
            ? preview.header()
            : Header.still(
                    Math.max(1, first.number(IMAGE_WIDTH, 0)),
                    Math.max(1, first.number(IMAGE_LENGTH, 0)),
                    Channels.opaque(3, 8),
                    Color.unspecified(Color.Model.RGB))
                .withExotic("a raw picture (%s) and no large preview".formatted(kind));
    return header.withExif(ExifReader.read(first));
  }

  /**
   * Names what is not supported about a JPEG file inside; null if it is whole, or there is none.
   */
  private static @Nullable String inside(
      TiffLayout layout, TiffDirectory directory, TiffStructure tiff) throws Malformed {
    return layout.compression() != Compression.OLD_JPEG || OldJpeg.isWhole(directory, tiff)
        ? null
        : "old-style JPEG compression without a JPEG file";
  }

  private static Header readable(TiffLayout layout, Profile profile) {
    boolean palette = layout.photometric() == Photometric.PALETTE;
    int colors = palette ? 3 : layout.photometric().colors();
    return Header.still(
        layout.width(),
        layout.height(),
        new Channels(
            layout.alpha() == Alpha.NONE ? colors : colors + 1,
            palette ? 8 : layout.bits(),
            layout.alpha()),
        new Color(layout.photometric().model(), profile));
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
}
