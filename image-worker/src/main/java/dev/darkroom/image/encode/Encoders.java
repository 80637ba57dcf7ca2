package dev.darkroom.image.encode;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.png.PngEncoder;
import dev.darkroom.engine.foreign.AnimatedWebpWriter;
import dev.darkroom.engine.foreign.JpegOptions;
import dev.darkroom.engine.foreign.NativeJpeg;
import dev.darkroom.engine.foreign.NativeWebp;
import dev.darkroom.engine.foreign.WebpOptions;
import dev.darkroom.image.rendition.OutputFormat;
import java.util.Optional;

/**
 * Chooses the encoder of a format.
 *
 * @param turbo whether libjpeg-turbo and libwebp are used
 * @param progressive whether JPEGs are progressive
 */
public record Encoders(boolean turbo, boolean progressive) {
  /** Returns the encoder, empty if this machine has none. */
  public Optional<Encoder> of(OutputFormat format) {
    return switch (format) {
      case JPEG -> Optional.of(turbo ? this::turboJpeg : new JdkJpeg(progressive));
      case PNG -> Optional.of((bitmap, _) -> PngEncoder.encode(bitmap));
      case WEBP ->
          turbo
              ? Optional.of((bitmap, quality) -> NativeWebp.encode(bitmap, WebpOptions.of(quality)))
              : Optional.empty();
    };
  }

  /**
   * Returns a writer of animated WebPs, which the caller closes; needs turbo.
   *
   * @param plays how often the animation plays, 0 for forever
   */
  public AnimatedWebpWriter moving(int width, int height, int plays, int quality) {
    return new AnimatedWebpWriter(width, height, plays, WebpOptions.of(quality));
  }

  private byte[] turboJpeg(Bitmap bitmap, int quality) {
    JpegOptions options = JpegOptions.of(quality);
    return NativeJpeg.encode(bitmap, new JpegOptions(quality, options.subsampling(), progressive));
  }
}
