package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.JpegCoding;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import java.util.Optional;

/**
 * Chooses the decoder of a picture.
 *
 * @param turbo whether libjpeg-turbo and libwebp are used
 * @param engine decodes HEIC and AVIF; tested when the first one comes
 */
public record Decoders(boolean turbo, Optional<KeyframeEngine> engine) {
  /** The decoder, or why there is none. */
  public sealed interface Choice {
    /** This decoder reads the picture. */
    record By(Decoder decoder) implements Choice {}

    /**
     * Nothing here reads the picture.
     *
     * @param why a sentence for people
     */
    record None(String why) implements Choice {}
  }

  public Choice choose(MediaFormat format, Header header) {
    return switch (format) {
      case JPEG -> jpeg(header);
      case PNG -> ordinary(format, header, new Pngs());
      case TIFF -> tiff(header);
      case BMP -> ordinary(format, header, new Bmps());
      case GIF -> ordinary(format, header, new Gifs());
      case WEBP ->
          turbo
              ? new Choice.By(new Webps())
              : new Choice.None("WebP pictures cannot be decoded on this machine.");
      case HEIC, AVIF, HEIF -> heif(format, header);
      case MP4, MOV, THREE_GP -> throw new IllegalArgumentException("no picture: " + format);
      case MATROSKA, WEBM, MPEG_TS, MPEG_PS, MPEG_VIDEO, AVI, FLV, ASF, OGG ->
          throw new IllegalArgumentException("no picture: " + format);
    };
  }

  private Choice tiff(Header header) {
    if (header.jpeg() == null) {
      return ordinary(MediaFormat.TIFF, header, new Tiffs());
    }
    return jpeg(header) instanceof Choice.By(var decoder)
        ? new Choice.By(new RawPreviews(decoder))
        : new Choice.None("The preview in this raw picture cannot be decoded on this machine.");
  }

  private Choice jpeg(Header header) {
    boolean inks =
        switch (header.color().model()) {
          case CMYK, YCCK -> true;
          case GRAY, RGB, PALETTE, YCBCR, LAB -> false;
        };
    if (turbo && JpegCoding.ARITHMETIC.equals(header.exotic())) {
      return new Choice.By(inks ? new ArithmeticInks() : new NativeJpegs());
    }
    Decoder colors = turbo ? new NativeJpegs() : new JdkJpegs();
    return ordinary(MediaFormat.JPEG, header, inks ? new CmykJpegs() : colors);
  }

  private Choice heif(MediaFormat format, Header header) {
    Optional<FrameCodec> codec =
        Optional.ofNullable(header.heif()).flatMap(heif -> FrameCodec.of(heif.codec()));
    if (header.exotic() == null
        && (engine.isEmpty() || codec.isEmpty() || !engine.get().selfTest().decodes(codec.get()))) {
      return new Choice.None(format.name() + " pictures cannot be decoded on this machine.");
    }
    return engine
        .map(found -> ordinary(format, header, new Heifs(found)))
        .orElseGet(() -> unsupported(format, header));
  }

  private static Choice ordinary(MediaFormat format, Header header, Decoder decoder) {
    return header.exotic() == null ? new Choice.By(decoder) : unsupported(format, header);
  }

  private static Choice unsupported(MediaFormat format, Header header) {
    return new Choice.None("A " + format.name() + " with " + header.exotic() + ".");
  }
}
