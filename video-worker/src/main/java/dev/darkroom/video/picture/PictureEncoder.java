package dev.darkroom.video.picture;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.engine.foreign.JpegOptions;
import dev.darkroom.engine.foreign.NativeJpeg;
import dev.darkroom.engine.foreign.NativeWebp;
import dev.darkroom.engine.foreign.WebpOptions;
import java.util.List;

/**
 * Encodes pictures as JPEG and WebP. {@link dev.darkroom.engine.foreign.NativeCodecs} must be
 * available.
 */
public final class PictureEncoder {
  private final JpegOptions jpeg;
  private final WebpOptions webp;

  /**
   * @param jpegQuality 1 to 100, on libjpeg's scale
   * @param webpQuality 0 to 100, on libwebp's scale
   */
  public PictureEncoder(int jpegQuality, int webpQuality) {
    this.jpeg = JpegOptions.of(jpegQuality);
    this.webp = WebpOptions.of(webpQuality);
  }

  /** Encodes a picture in both formats, JPEG first; as JPEG only if it is too large for WebP. */
  List<OutputFile> files(String name, Bitmap picture) {
    OutputFile first = jpeg(name, picture);
    if (Math.max(picture.width(), picture.height()) > NativeWebp.MAX_EDGE) {
      return List.of(first);
    }
    byte[] bytes = NativeWebp.encode(picture, webp);
    return List.of(
        first,
        new OutputFile(name, "webp", "image/webp", picture.width(), picture.height(), bytes));
  }

  OutputFile jpeg(String name, Bitmap picture) {
    byte[] bytes = NativeJpeg.encode(picture, jpeg);
    return new OutputFile(name, "jpg", "image/jpeg", picture.width(), picture.height(), bytes);
  }
}
