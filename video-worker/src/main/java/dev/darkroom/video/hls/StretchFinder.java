package dev.darkroom.video.hls;

import dev.darkroom.codec.mp4.Presentation.Piece;
import dev.darkroom.codec.mp4.Sample;
import org.jspecify.annotations.Nullable;

/** Finds the samples of a piece in one pass over a track. */
abstract sealed class StretchFinder {
  final Piece piece;
  private int first = -1;
  private int last = -1;
  private long decoded;
  private long bytesBefore;
  private long bytes;

  private StretchFinder(Piece piece) {
    this.piece = piece;
  }

  /**
   * @param index of the sample in decoding order
   * @param before size of all earlier samples, in bytes
   */
  abstract void take(int index, Sample sample, long before);

  /** Tells whether the stretch shows nothing that was cut away at its start. */
  abstract boolean startsClean();

  void begin(int index, Sample sample, long before) {
    first = index;
    decoded = sample.time();
    bytesBefore = before;
  }

  void extend(int index, Sample sample, long before) {
    last = index;
    bytes = before + sample.size() - bytesBefore;
  }

  boolean begun() {
    return first >= 0;
  }

  /** Returns the size of the samples, in bytes. */
  long bytes() {
    return Math.max(0, bytes);
  }

  /** Returns what was found; null if no sample belongs to the piece. */
  @Nullable Stretch stretch() {
    return first < 0 || last < first ? null : new Stretch(piece, first, last - first + 1, decoded);
  }

  /**
   * Starts at the last keyframe shown by the start of the piece, and ends with the last sample in
   * decoding order that is shown before its end.
   */
  static final class Pictures extends StretchFinder {
    private long shown;
    private long until;

    Pictures(Piece piece) {
      super(piece);
    }

    @Override
    void take(int index, Sample sample, long before) {
      long at = sample.time() + sample.compositionOffset();
      if (!begun() || (sample.keyframe() && at <= piece.media())) {
        begin(index, sample, before);
        shown = at;
        until = at + Math.max(1, sample.duration());
      }
      if (at < piece.mediaEnd() || piece.length() == 0) {
        extend(index, sample, before);
      }
    }

    @Override
    boolean startsClean() {
      return shown >= piece.media() || until > piece.media();
    }
  }

  /**
   * Takes each frame of which at least half belongs to the piece, and all of the frames at both
   * ends of the track's presentation, except those at its start that hold only the encoder's
   * priming.
   */
  static final class Sound extends StretchFinder {
    private final boolean opens;
    private final boolean closes;

    /**
     * @param opens whether the piece is the track's first
     * @param closes whether it is the last
     */
    Sound(Piece piece, boolean opens, boolean closes) {
      super(piece);
      this.opens = opens;
      this.closes = closes;
    }

    @Override
    void take(int index, Sample sample, long before) {
      long middle = sample.time() + sample.duration() / 2;
      boolean starts =
          opens ? sample.time() + sample.duration() > piece.media() : middle >= piece.media();
      if (!begun() && starts) {
        begin(index, sample, before);
      }
      if (closes ? sample.time() < piece.mediaEnd() : middle < piece.mediaEnd()) {
        extend(index, sample, before);
      }
    }

    @Override
    boolean startsClean() {
      return true;
    }
  }
}
