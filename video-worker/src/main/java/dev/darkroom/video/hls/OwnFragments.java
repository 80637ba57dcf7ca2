package dev.darkroom.video.hls;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.hls.MediaPlaylist;
import dev.darkroom.codec.mp4.BoxHead;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Presentation.Piece;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.util.ArrayList;
import java.util.List;

/** Divides a fragmented file into segments: fragments from one with a keyframe to the next. */
public final class OwnFragments {
  /** The target duration that Apple's HLS Authoring Specification recommends. */
  private static final double SEGMENT_SECONDS = 6;

  /** What an edit list may cut away without that anybody misses it: the encoder's priming. */
  private static final double PRIMING_SECONDS = 0.15;

  private OwnFragments() {}

  /** The parts of a playlist, or the reason why there can be none. */
  public sealed interface Found {
    /**
     * @param head length of the initialization segment, in bytes
     */
    record Ready(long head, List<MediaPlaylist.Segment> segments) implements Found {
      public Ready {
        segments = List.copyOf(segments);
      }
    }

    record Impossible(Rejection reason) implements Found {}
  }

  /**
   * Divides a file.
   *
   * @param movie with all its samples
   * @param video its picture track, with keyframes that are true
   */
  public static Found of(Movie movie, Track video) throws Malformed {
    for (Track track : movie.tracks()) {
      boolean shown = track.kind() == Track.Kind.VIDEO || track.kind() == Track.Kind.AUDIO;
      if (shown && track.samples().count() > 0 && isCut(track)) {
        return impossible("Its edit list cuts it, which its own fragments cannot follow.");
      }
    }
    List<BoxHead> boxes = movie.layout().boxes();
    long head = movie.layout().moov().end();
    var starts = new ArrayList<Long>();
    long start = head;
    long end = head;
    for (BoxHead box : boxes) {
      if (box.offset() >= head && box.type().equals("moof")) {
        starts.add(start);
      }
      if (box.offset() >= head && box.type().equals("mdat")) {
        // What follows a fragment's data, such as a segment's type, belongs to the next.
        start = box.end();
        end = box.end();
      }
    }
    starts.add(end);
    return divided(video, head, starts);
  }

  /**
   * @param starts where fragments start, and where the last one ends
   */
  private static Found divided(Track video, long head, List<Long> starts) throws Malformed {
    var segments = new ArrayList<MediaPlaylist.Segment>();
    long from = head;
    long began = 0;
    long last = 0;
    int fragment = -1;
    SampleCursor cursor = video.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      int before = fragment;
      while (fragment + 2 < starts.size() && sample.offset() >= starts.get(fragment + 1)) {
        fragment++;
      }
      if (fragment < 0 || sample.offset() < starts.get(fragment)) {
        return impossible("Its samples do not lie in its fragments one after the other.");
      }
      if (before < 0) {
        if (!sample.keyframe()) {
          return impossible("It does not start with a keyframe.");
        }
        began = sample.time();
      } else if (fragment > before
          && sample.keyframe()
          && video.seconds(sample.time() - began) >= SEGMENT_SECONDS) {
        segments.add(segment(video, sample.time() - began, from, starts.get(fragment)));
        from = starts.get(fragment);
        began = sample.time();
      }
      last = sample.time() + sample.duration();
    }
    segments.add(segment(video, last - began, from, starts.getLast()));
    return new Found.Ready(head, segments);
  }

  private static MediaPlaylist.Segment segment(Track video, long ticks, long from, long to) {
    return new MediaPlaylist.Segment(video.seconds(ticks), from, to - from, true);
  }

  private static boolean isCut(Track track) throws Malformed {
    List<Piece> pieces = track.presentation().pieces();
    Sample first = track.samples().cursor().next();
    return pieces.size() != 1
        || pieces.getFirst().rate() != 1
        || (first != null
            && track.seconds(pieces.getFirst().media() - first.time()) > PRIMING_SECONDS)
        || track.seconds(pieces.getFirst().from()) > PRIMING_SECONDS;
  }

  private static Found impossible(String facts) {
    return new Found.Impossible(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, facts));
  }
}
