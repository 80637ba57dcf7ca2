package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a track's media is shown: its edit list applied to its samples (8.6.6). All times are in
 * ticks of the track; those of the presentation count from the start of the movie.
 *
 * @param pieces what is shown, in order of time; nothing is shown between pieces that do not touch
 */
public record Presentation(List<Piece> pieces) {
  /** Longest time that counts, in seconds: 34 years, whose ticks fit 63 bits. */
  private static final long MAX_SECONDS = 1L << 30;

  private static final long MAX_TICKS = Long.MAX_VALUE / 4;

  public Presentation {
    pieces = List.copyOf(pieces);
  }

  /**
   * A stretch of media.
   *
   * @param from when it is shown
   * @param length for how long it is shown
   * @param media composition time of its start
   * @param rate ticks of media per tick shown; 0 holds the frame at the start
   */
  public record Piece(long from, long length, long media, double rate) {
    /** When it is no longer shown. */
    public long end() {
      return from + length;
    }

    /** Composition time of its end. */
    public long mediaEnd() {
      return media + Math.round(length * rate);
    }

    /** Returns the composition time that is shown at a time within the piece. */
    public long mediaAt(long shown) {
      return media + Math.round((shown - from) * rate);
    }

    /** Returns when a composition time is shown; the start for what lies before. */
    public long shownAt(long time) {
      return time <= media || rate == 0 ? from : from + Math.round((time - media) / rate);
    }

    private @Nullable Piece joined(Piece next, long tolerance) {
      boolean follows =
          rate == next.rate
              && rate > 0
              && next.from == end()
              && Math.abs(next.media - mediaEnd()) <= tolerance;
      return follows ? new Piece(from, length + next.length, media, rate) : null;
    }
  }

  /** Returns when the last piece ends. */
  public long duration() {
    return pieces.isEmpty() ? 0 : pieces.getLast().end();
  }

  /**
   * Applies a track's edit list.
   *
   * @param origin time that becomes zero
   */
  static Presentation of(Track track, long origin) {
    Presentation edited = edited(track, origin);
    if (!edited.pieces.isEmpty()) {
      return edited;
    }
    // A list that shows nothing at all is a writer's mistake.
    Media media = Media.of(track.samples());
    return new Presentation(List.of(new Piece(media.start - origin, media.span, media.shown, 1)));
  }

  /**
   * Returns how much later than its first edit demands a track starts: fragments that were cut out
   * of a longer movie keep their times.
   */
  static long late(Track track) {
    Media media = Media.of(track.samples());
    for (EditList.Edit edit : track.edits().edits()) {
      if (!edit.isEmpty()) {
        return Math.max(0, media.start - edit.media());
      }
    }
    return Math.max(0, media.start);
  }

  /**
   * The extent of a track's media.
   *
   * @param start when the first sample is decoded
   * @param shown composition time of the first sample, or its time of decoding if that is earlier
   * @param end composition time at which the last sample ends
   * @param span sum of all durations, with the gaps of fragments
   */
  private record Media(long start, long shown, long end, long span) {
    static Media of(Samples samples) {
      Sample first = null;
      try {
        first = samples.cursor().next();
      } catch (Malformed e) {
        // What little is known of a damaged track is the sum of its durations.
        return new Media(0, 0, samples.span(), samples.span());
      }
      if (first == null) {
        return new Media(0, 0, 0, 0);
      }
      long offset = first.compositionOffset();
      return new Media(
          first.time(),
          first.time() + Math.min(0, offset),
          first.time() + samples.span() + Math.max(0, offset),
          samples.span());
    }
  }

  private static Presentation edited(Track track, long origin) {
    Media media = Media.of(track.samples());
    List<EditList.Edit> edits = track.edits().edits();
    long scale = track.edits().timescale();
    long tolerance = Math.ceilDiv(track.timescale(), scale);
    var pieces = new ArrayList<Piece>();
    long before = 0;
    for (int i = 0; i < edits.size(); i++) {
      EditList.Edit edit = edits.get(i);
      long from = ticks(before, scale, track.timescale());
      before = Math.min(before + Math.min(edit.duration(), MAX_TICKS), MAX_TICKS);
      long length = ticks(before, scale, track.timescale()) - from;
      boolean open = i == edits.size() - 1 && isOpen(length, track.samples());
      if (edit.isEmpty() || edit.media() > media.end || (length == 0 && !open)) {
        continue;
      }
      Piece piece = piece(edit, from - origin, open ? MAX_TICKS : length, media);
      if (piece != null) {
        add(piece, tolerance, pieces);
      }
    }
    return new Presentation(pieces);
  }

  /** Cuts an edit to the media that there is; null if there is none. */
  private static @Nullable Piece piece(EditList.Edit edit, long from, long length, Media media) {
    long start = edit.media();
    if (edit.rate() == 0) {
      return length == MAX_TICKS ? null : new Piece(from, length, start, 0);
    }
    if (media.start > start) {
      long skipped = Math.round((media.start - start) / edit.rate());
      return piece(
          new EditList.Edit(edit.duration(), media.start, edit.rate()),
          from + skipped,
          length - skipped,
          media);
    }
    // Samples without durations last as long as their edit.
    long available =
        media.span == 0 ? MAX_TICKS : (long) Math.ceil((media.end - start) / edit.rate());
    long shown = Math.min(length, available);
    return shown <= 0 || shown == MAX_TICKS ? null : new Piece(from, shown, start, edit.rate());
  }

  private static void add(Piece piece, long tolerance, List<Piece> pieces) {
    Piece joined = pieces.isEmpty() ? null : pieces.getLast().joined(piece, tolerance);
    if (joined == null) {
      pieces.add(piece);
    } else {
      pieces.set(pieces.size() - 1, joined);
    }
  }

  /**
   * Tells whether the last edit reaches to the end of the media: if it does not say how long it is,
   * or speaks only of the samples that were there before the fragments.
   */
  private static boolean isOpen(long length, Samples samples) {
    return switch (samples) {
      case SampleTable table -> length == 0;
      case FragmentSamples fragments -> length == 0;
      case JoinedSamples joined -> length <= joined.first().duration();
      case CheckedSamples checked -> isOpen(length, checked.all());
    };
  }

  private static long ticks(long ticks, long from, long to) {
    long seconds = Math.min(ticks / from, MAX_SECONDS);
    return seconds * to + Math.round(ticks % from * (double) to / from);
  }
}
