package dev.darkroom.video.hls;

import dev.darkroom.codec.mp4.Presentation.Piece;

/**
 * Samples that a stream shows one after the other: those of a piece of a track's presentation.
 *
 * @param first how many of the track's samples, in decoding order, precede them
 * @param count number of samples
 * @param decoded decoding time of the first sample, in the track's ticks
 */
record Stretch(Piece piece, int first, int count, long decoded) {
  /** Returns what to add to times of the media to get times of the presentation, in ticks. */
  long shift() {
    return piece.from() - piece.media();
  }

  /** Returns when the first sample is decoded, which may be before the movie starts. */
  long starts() {
    return decoded + shift();
  }

  int end() {
    return first + count;
  }
}
