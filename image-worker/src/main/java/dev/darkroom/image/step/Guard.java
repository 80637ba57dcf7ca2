package dev.darkroom.image.step;

import dev.darkroom.codec.header.Header;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.job.Progress;

/** Refuses what would take too much, by the header's figures and before anything is allocated. */
public final class Guard {
  /** An ARGB or RGB {@code int}. */
  private static final int INT_PIXEL = 4;

  private final Limits limits;

  public Guard(Limits limits) {
    this.limits = limits;
  }

  public Progress<Identified> check(Identified picture) {
    Header header = picture.header();
    if (header.width() > limits.maxEdge() || header.height() > limits.maxEdge()) {
      return tooManyPixels(picture, "no side may have more than %,d".formatted(limits.maxEdge()));
    }
    if (header.pixels() > limits.maxPixels()) {
      return tooManyPixels(picture, "%,d are allowed".formatted(limits.maxPixels()));
    }
    if (header.frames() > limits.maxFrames()) {
      return Progress.rejected(
          Rejection.of(
              ErrorCode.TOO_MANY_FRAMES,
              "It has %,d; %,d are allowed.".formatted(header.frames(), limits.maxFrames())),
          picture.media());
    }
    if (memory(picture.original().size(), header) > limits.memory()) {
      return tooManyPixels(picture, "more than the memory holds");
    }
    return new Progress.At<>(picture);
  }

  /**
   * Bytes of heap that decoding takes at its worst moment: the file, the decoder's samples (twice
   * where it converts colours), the picture as integers and its first smaller copy.
   */
  static long memory(long fileSize, Header header) {
    int sampleBytes = (header.bitsPerSample() + 7) / 8;
    long samples = 2L * Math.max(3, header.samplesPerPixel()) * sampleBytes;
    return Math.addExact(fileSize, Math.multiplyExact(header.pixels(), samples + 2 * INT_PIXEL));
  }

  private static Progress<Identified> tooManyPixels(Identified picture, String allowed) {
    Header header = picture.header();
    return Progress.rejected(
        Rejection.of(
            ErrorCode.TOO_MANY_PIXELS,
            "It has %,d × %,d; %s.".formatted(header.width(), header.height(), allowed)),
        picture.media());
  }
}
