package dev.darkroom.codec.mp4;

/**
 * Largest structure that is read; a file beyond it counts as hostile.
 *
 * @param indexBytes size of all index boxes ({@code moov}, {@code moof}, {@code sidx}) together
 * @param boxes number of boxes in all
 * @param tracks number of tracks
 * @param samples number of samples of one track; of a fragmented file, in the fragments that are
 *     read
 * @param fragments number of fragments that are read; of a longer file, some in equal steps or only
 *     those at the start
 */
public record Mp4Limits(int indexBytes, int boxes, int tracks, int samples, int fragments) {
  /** Returns these limits, except that all fragments are read. */
  public Mp4Limits allFragments() {
    return new Mp4Limits(indexBytes, boxes, tracks, samples, Integer.MAX_VALUE);
  }

  /** Fits ten hours of 60 frames per second: 2.2 million samples and 35 MiB of index. */
  public static final Mp4Limits DEFAULT = new Mp4Limits(64 << 20, 20_000, 32, 4_000_000, 100);
}
