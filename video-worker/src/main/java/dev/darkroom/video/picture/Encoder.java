package dev.darkroom.video.picture;

import dev.darkroom.codec.jpeg.JpegEncoder;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.engine.foreign.JpegOptions;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.engine.foreign.TurboJpeg;
import dev.darkroom.engine.foreign.TurboWebp;
import dev.darkroom.engine.foreign.WebpOptions;
import java.util.List;

/** Writes pictures in each format that is to be had here: JPEG always, WebP where libwebp is. */
public final class Encoder {
  private final JpegEncoder slowJpeg;
  private final JpegOptions jpeg;
  private final WebpOptions webp;

  /**
   * @param jpegQuality 1 to 100, as libjpeg counts
   * @param webpQuality 0 to 100, as libwebp does
   */
  public Encoder(int jpegQuality, int webpQuality) {
    this.slowJpeg = new JpegEncoder(jpegQuality);
    this.jpeg = JpegOptions.of(jpegQuality);
    this.webp = WebpOptions.of(webpQuality);
  }

  /** The same picture in all formats, the one that everybody reads first. */
  List<PictureFile> files(String name, Bitmap picture) {
    PictureFile first = jpeg(name, picture);
    if (!NativeCodecs.available()
        || Math.max(picture.width(), picture.height()) > TurboWebp.MAX_EDGE) {
      return List.of(first);
    }
    byte[] bytes = TurboWebp.encode(picture, webp);
    return List.of(
        first,
        new PictureFile(
            name, name + ".webp", "image/webp", picture.width(), picture.height(), bytes));
  }

  PictureFile jpeg(String name, Bitmap picture) {
    byte[] bytes =
        NativeCodecs.available()
            ? TurboJpeg.encode(picture, jpeg)
            : slowJpeg.encode(RgbPicture.of(picture));
    return new PictureFile(
        name, name + ".jpg", "image/jpeg", picture.width(), picture.height(), bytes);
  }
}
