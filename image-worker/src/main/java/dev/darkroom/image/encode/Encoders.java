package dev.darkroom.image.encode;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.png.PngEncoder;
import dev.darkroom.engine.foreign.AnimatedWebpWriter;
import dev.darkroom.engine.foreign.JpegOptions;
import dev.darkroom.engine.foreign.TurboJpeg;
import dev.darkroom.engine.foreign.TurboWebp;
import dev.darkroom.engine.foreign.WebpOptions;
import dev.darkroom.image.rendition.OutputFormat;
import java.util.Optional;

/**
 * Which encoder writes which format.
 *
 * @param turbo whether libjpeg-turbo and libwebp are there
 * @param progressive whether JPEGs come coarse first
 */
public record Encoders(boolean turbo, boolean progressive) {
  /** Empty where this machine has none. */
  public Optional<Encoder> of(OutputFormat format) {
    return switch (format) {
      case JPEG -> Optional.of(turbo ? this::turboJpeg : new PlainJpeg(progressive));
      case PNG -> Optional.of((bitmap, _) -> PngEncoder.encode(bitmap));
      case WEBP ->
          turbo
              ? Optional.of((bitmap, quality) -> TurboWebp.encode(bitmap, WebpOptions.of(quality)))
              : Optional.empty();
    };
  }

  /**
   * A WebP whose frames move, to be closed; only where turbo is there.
   *
   * @param plays how often, 0 for ever
   */
  public AnimatedWebpWriter moving(int width, int height, int plays, int quality) {
    return new AnimatedWebpWriter(width, height, plays, WebpOptions.of(quality));
  }

  private byte[] turboJpeg(Bitmap bitmap, int quality) {
    JpegOptions options = JpegOptions.of(quality);
    return TurboJpeg.encode(bitmap, new JpegOptions(quality, options.subsampling(), progressive));
  }
}
