package dev.darkroom.codec.mp4;

/**
 * How much of a file's structure is looked at before it counts as hostile.
 *
 * @param indexBytes of the {@code moov} box, or of one {@code moof}
 * @param boxes in all
 * @param tracks in all
 * @param samples of one track; of a fragmented file, in the fragments that are looked at
 * @param fragments looked at; of a longer file some in equal steps, or only those at the start
 */
public record Mp4Limits(int indexBytes, int boxes, int tracks, int samples, int fragments) {
  /** Ten hours of 60 frames a second are 2.2 M samples and 35 MiB of index. */
  public static final Mp4Limits DEFAULT = new Mp4Limits(64 << 20, 20_000, 32, 4_000_000, 100);
}
