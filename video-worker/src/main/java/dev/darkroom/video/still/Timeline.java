package dev.darkroom.video.still;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Presentation;
import dev.darkroom.codec.mp4.Presentation.Piece;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides what is shown of a video into equal steps, each with the keyframe last shown by its
 * middle. If there are fewer keyframes than steps, neighboring steps share one.
 *
 * @param duration in seconds, from the start of the movie
 * @param steps in order of time; empty if no keyframe is shown
 */
public record Timeline(double duration, List<Step> steps) {
  public Timeline {
    steps = List.copyOf(steps);
  }

  /**
   * @param from when its keyframe starts to stand for the video, in seconds
   */
  public record Step(double from, Keyframe keyframe) {}

  /** Returns the keyframes of all steps. */
  public List<Keyframe> keyframes() {
    return steps.stream().map(Step::keyframe).toList();
  }

  /**
   * Divides a track into steps; one that is damaged midway, only up to the damage.
   *
   * @param movie duration of the whole movie in seconds, during which the last frame stays on the
   *     screen; 0 if unknown
   */
  public static Timeline of(Track video, double movie, int steps) {
    Presentation presentation = video.presentation();
    var moments = new ArrayList<Moment>();
    for (int i = 0; i < steps; i++) {
      long shown = (long) (presentation.duration() * ((i + 0.5) / steps));
      moments.add(Moment.at(shown, presentation.pieces()));
    }
    var search = new ShownKeyframes(moments.stream().mapToLong(Moment::media).toArray());
    try {
      searchAll(video, search);
    } catch (Malformed damage) {
      // What was found before it is shown.
    }
    var found = new ArrayList<Step>();
    for (Moment moment : moments) {
      ShownKeyframes.Found keyframe = moment.choose(search);
      if (keyframe != null) {
        double from = video.seconds(moment.from(keyframe));
        found.add(new Step(found.isEmpty() ? 0 : from, keyframe.keyframe()));
      }
    }
    return new Timeline(Math.max(movie, video.seconds(presentation.duration())), found);
  }

  private static void searchAll(Track video, ShownKeyframes search) throws Malformed {
    SampleCursor cursor = video.samples().cursor();
    boolean any = video.samples().keyframes() == 0;
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      if (any || sample.keyframe()) {
        search.take(sample, video);
        any = false;
      }
    }
  }

  /**
   * A moment of the presentation.
   *
   * @param media composition time that is shown then, in the track's ticks
   */
  private record Moment(Piece piece, long media) {
    /**
     * Between pieces, the one before stays on the screen; the first stands for what precedes it.
     */
    static Moment at(long shown, List<Piece> pieces) {
      Piece piece = pieces.getFirst();
      for (Piece next : pieces) {
        if (next.from() > shown) {
          break;
        }
        piece = next;
      }
      long last = Math.max(piece.from(), piece.end() - 1);
      return new Moment(piece, piece.mediaAt(Math.clamp(shown, piece.from(), last)));
    }

    /** Returns when a keyframe starts to stand for the video. */
    long from(ShownKeyframes.Found keyframe) {
      return keyframe.shown() > media ? piece.from() : piece.shownAt(keyframe.shown());
    }

    /**
     * Returns the keyframe shown last by now. Before the first keyframe of a piece that one is
     * returned, because the keyframe before it is cut away; null if the piece has none.
     */
    ShownKeyframes.@Nullable Found choose(ShownKeyframes search) {
      ShownKeyframes.Found last = search.last(media);
      if (last != null && last.until() > piece.media()) {
        return last;
      }
      ShownKeyframes.Found next = search.next(media);
      boolean within = next != null && (piece.length() == 0 || next.shown() < piece.mediaEnd());
      return within ? next : null;
    }
  }
}
