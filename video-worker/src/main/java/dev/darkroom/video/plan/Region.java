package dev.darkroom.video.plan;

import dev.darkroom.codec.mp4.Presentation.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a presentation and the time during which it is on the screen: up to the next piece,
 * because the last frame before a gap stays. The first piece stands for what precedes it.
 *
 * @param from in ticks of the stream from the start of the movie
 * @param end in ticks of the stream from the start of the movie
 */
record Region(Piece piece, StreamClock clock, long from, long end) {
  /** How long a movie lasts that claims to take no time, such as one of a single frame. */
  private static final double STILL_SECONDS = 0.04;

  /** Divides a presentation. Pieces that are shown for no time are left out. */
  static List<Region> of(List<Piece> pieces, StreamClock clock) {
    var regions = new ArrayList<Region>();
    long from = 0;
    for (int i = 0; i < pieces.size(); i++) {
      boolean last = i + 1 == pieces.size();
      long until = clock.ticks(last ? pieces.get(i).end() : pieces.get(i + 1).from());
      if (last && until <= from && regions.isEmpty()) {
        until = from + clock.ofSeconds(STILL_SECONDS);
      }
      if (until > from) {
        regions.add(new Region(pieces.get(i), clock, from, until));
        from = until;
      }
    }
    return regions;
  }

  /** Tells whether one frame is held all the time. */
  boolean isStill() {
    return piece.rate() == 0;
  }

  /** Composition time from which on nothing is shown, in ticks of the track. */
  long mediaEnd() {
    return isStill() ? piece.media() + 1 : Math.max(piece.media() + 1, piece.mediaEnd());
  }

  /**
   * Returns the composition time that is on the screen at a time of the movie.
   *
   * @param time in ticks of the stream
   */
  long mediaAt(long time) {
    long elapsed = time - clock.ticks(piece.from());
    return elapsed <= 0 || isStill()
        ? piece.media()
        : Math.min(piece.media() + clock.trackTicks(elapsed * piece.rate()), mediaEnd() - 1);
  }

  /**
   * Returns when a frame is shown, in ticks of the stream.
   *
   * @param media composition time after the piece's start
   */
  long shownAt(long media) {
    long elapsed = clock.ticks(media - piece.media());
    return clock.ticks(piece.from())
        + (piece.rate() == 1 ? elapsed : Math.round(elapsed / piece.rate()));
  }
}
