package dev.darkroom.notify;

import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes an original in words. */
final class MediaFacts {
  private static final String[] UNITS = {"KB", "MB", "GB", "TB"};
  private static final int MAX_CODECS = 4;

  private MediaFacts() {}

  /**
   * Describes format, dimensions, video and size in one line.
   *
   * @param size of the file, in bytes
   */
  static String summary(@Nullable Media media, long size) {
    var facts = new ArrayList<String>();
    if (media != null) {
      facts.add(name(media.format()));
      if (media.width() != null && media.height() != null) {
        facts.add(media.width() + " × " + media.height() + " pixels");
      }
      if (media.video() != null) {
        addVideo(facts, media.video());
      }
    }
    facts.add(size(size));
    return String.join(", ", facts);
  }

  private static void addVideo(List<String> facts, Media.Video video) {
    if (video.durationMillis() != null) {
      facts.add(Times.length(Duration.ofMillis(video.durationMillis())));
    }
    if (video.frameRate() != null) {
      facts.add(String.format(Locale.ROOT, "%.4g frames a second", video.frameRate()));
    }
    if (!video.tracks().isEmpty()) {
      facts.add(
          video.tracks().stream()
              .limit(MAX_CODECS)
              .map(Media.Track::codec)
              .collect(Collectors.joining(" and ")));
    }
  }

  /** Says when the original was taken and with which camera; empty if neither is known. */
  static Optional<String> taken(@Nullable Media media) {
    String at = null;
    String camera = null;
    if (media != null && media.picture() != null) {
      at = media.picture().takenAt();
      camera = media.picture().camera();
    } else if (media != null && media.video() != null) {
      at = media.video().createdAt();
    }
    if (at == null) {
      return Optional.ofNullable(camera).map(c -> "with " + c);
    }
    return Optional.of(Times.local(at) + (camera == null ? "" : ", with " + camera));
  }

  /** Writes a size with at least two digits, in powers of 1000 as disks are sold. */
  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    double size = bytes / 1000.0;
    int unit = 0;
    while (size >= 999.5 && unit < UNITS.length - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
  }

  private static String name(MediaFormat format) {
    return switch (format) {
      case WEBP -> "WebP";
      case MOV -> "QuickTime";
      case THREE_GP -> "3GP";
      case MATROSKA -> "Matroska";
      case WEBM -> "WebM";
      case MPEG_TS -> "MPEG transport stream";
      case MPEG_PS -> "MPEG program stream";
      case MPEG_VIDEO -> "MPEG video";
      case FLV -> "Flash Video";
      case ASF -> "Windows Media";
      case OGG -> "Ogg";
      case JPEG, PNG, GIF, TIFF, BMP, HEIC, AVIF, HEIF, MP4, AVI -> format.name();
    };
  }
}
