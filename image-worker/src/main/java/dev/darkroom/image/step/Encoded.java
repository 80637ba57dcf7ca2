package dev.darkroom.image.step;

import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.job.Job;
import java.util.List;

/** All renditions as files, in the order they are configured in. */
public record Encoded(Job job, Media media, Placeholder placeholder, List<File> files) {
  public Encoded {
    files = List.copyOf(files);
  }

  /** One rendition, ready to be stored. */
  public static final class File {
    private final String name;
    private final MediaFormat format;
    private final int width;
    private final int height;
    private final byte[] bytes;

    File(String name, MediaFormat format, int width, int height, byte[] bytes) {
      this.name = name;
      this.format = format;
      this.width = width;
      this.height = height;
      this.bytes = bytes;
    }

    /** The rendition's. */
    String name() {
      return name;
    }

    /** The key's last segment. */
    String fileName() {
      return name + (format == MediaFormat.PNG ? ".png" : ".jpg");
    }

    String contentType() {
      return format.contentType();
    }

    int width() {
      return width;
    }

    int height() {
      return height;
    }

    byte[] bytes() {
      return bytes;
    }
  }
}
