package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.tiff.TiffDecoder;
import dev.darkroom.codec.tiff.TiffPicture;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;

/** Decodes TIFFs with {@link TiffDecoder}. */
final class Tiffs implements Decoder {
  /** Bytes for tiles with a JPEG inside, which may be larger than the picture. */
  private static final long TILE = 16L << 20;

  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    Header header = source.header();
    Profile profile = header.color().profile();
    var port = new TiffParts(Inks.of(profile), deadline);
    TiffPicture picture =
        TiffDecoder.decode(source.file(), header.width(), header.height(), port, deadline::passed);
    Color.Model model = header.color().model();
    // The profile of inks has been applied, that of L*a*b* does not describe sRGB.
    boolean applied = model == Color.Model.CMYK || model == Color.Model.LAB;
    return new Pixels(picture.bitmap(), applied ? new Profile.Srgb() : profile, picture.damaged());
  }

  /** The samples of a JPEG inside, and the pixels. */
  @Override
  public long memory(Header header, int reduction) {
    return header.pixels() * (header.channels().count() + Integer.BYTES) + TILE;
  }
}
