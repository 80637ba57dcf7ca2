package dev.darkroom.image.step;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OtherFormat;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.image.decode.Decoders;
import dev.darkroom.image.decode.Decoders.Choice;
import dev.darkroom.stage.job.Progress;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Identifies the file by its content alone, and chooses its decoder. */
public final class Identify {
  private final Decoders decoders;

  public Identify(Decoders decoders) {
    this.decoders = decoders;
  }

  /** Reads the header from the first kilobytes, or as many more as the format needs. */
  public Progress<Identified> byHead(Original original) throws IOException {
    byte[] head = original.head(HeaderParser.HEAD_LENGTH);
    Optional<MediaFormat> detected = MediaFormat.detect(head);
    if (detected.isEmpty()) {
      return Progress.rejected(
          Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, OtherFormat.sentence(head)), null);
    }
    MediaFormat format = detected.get();
    return format.kind() == MediaKind.IMAGE
        ? inspect(
            original,
            format,
            HeaderParser.HEAD_LENGTH,
            header -> decodable(original, format, header))
        : new Progress.Ended<>(new Outcome.BelongsTo(format.kind()));
  }

  /** Reads the header again from the whole file: counts all frames, finds Exif after the pixels. */
  public Progress<Identified> byWhole(Identified picture) throws IOException {
    Original original = picture.original();
    return original.isWhole()
        ? new Progress.At<>(picture)
        : inspect(
            original,
            picture.format(),
            original.size(),
            header -> new Progress.At<>(picture.with(header)));
  }

  private static Progress<Identified> inspect(
      Original original,
      MediaFormat format,
      long length,
      Function<Header, Progress<Identified>> found)
      throws IOException {
    byte[] head = original.head(length);
    Inspection inspection = parser(format).inspect(head, original.isWhole());
    return switch (inspection) {
      case Header header -> found.apply(header);
      case Inspection.NeedMore(long bytes) ->
          // At least doubled, so that a file of many small parts is parsed only a few times.
          inspect(original, format, Math.max(bytes, 2L * head.length), found);
      case Inspection.Damaged(long offset, String reason) ->
          Progress.rejected(
              Rejection.of(ErrorCode.CORRUPT_FILE, sentence(reason + " at byte " + offset)),
              new Media(format, null, null, null, null));
    };
  }

  private static HeaderParser parser(MediaFormat format) {
    return switch (format) {
      case JPEG -> HeaderParser.JPEG;
      case PNG -> HeaderParser.PNG;
      case GIF -> HeaderParser.GIF;
      case WEBP -> HeaderParser.WEBP;
      case TIFF -> HeaderParser.TIFF;
      case BMP -> HeaderParser.BMP;
      case HEIC, AVIF, HEIF -> HeaderParser.HEIF;
      case MP4, MOV, THREE_GP -> throw new IllegalArgumentException("no picture: " + format);
      case MATROSKA, WEBM, MPEG_TS, MPEG_PS, MPEG_VIDEO, AVI, FLV, ASF, OGG ->
          throw new IllegalArgumentException("no picture: " + format);
    };
  }

  private Progress<Identified> decodable(Original original, MediaFormat format, Header header) {
    return switch (decoders.choose(format, header)) {
      case Choice.By(var decoder) ->
          new Progress.At<>(new Identified(original, format, header, decoder));
      case Choice.None(String why) ->
          Progress.rejected(
              Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, why), Identified.media(format, header));
    };
  }

  private static String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }
}
