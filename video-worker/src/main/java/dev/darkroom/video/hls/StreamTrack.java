package dev.darkroom.video.hls;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Presentation.Piece;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples of a track that a stream shows. The stream has no edit list (ISO/IEC 14496-12,
 * 8.6.6); its effect is folded into which samples there are, and when.
 *
 * @param entry number of the sample entry that describes them, from 1
 */
public record StreamTrack(Track track, List<Stretch> stretches, int entry) {
  /** Each piece is compared with every sample of the track. */
  private static final int MAX_PIECES = 100;

  /** A stream is not longer than the file by more than this factor. */
  private static final long MAX_REPETITION = 2;

  public StreamTrack {
    stretches = List.copyOf(stretches);
  }

  /** Samples to stream, or the reason why they cannot be. */
  public sealed interface Found {
    record Ready(StreamTrack track) implements Found {}

    record Impossible(Rejection reason) implements Found {}
  }

  /** Finds the samples that a track's presentation consists of. */
  public static Found of(Track track) throws Malformed {
    List<Piece> pieces = track.presentation().pieces();
    if (pieces.size() > MAX_PIECES) {
      return impossible("It is cut into more than %,d pieces.".formatted(MAX_PIECES));
    }
    if (pieces.stream().anyMatch(piece -> piece.rate() != 1)) {
      return impossible("A part of it is shown at another speed, which a stream cannot do.");
    }
    List<StretchFinder> finders = finders(track, pieces);
    SampleCursor cursor = track.samples().cursor();
    int index = 0;
    int entry = 1;
    long before = 0;
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      for (StretchFinder finder : finders) {
        finder.take(index, sample, before);
      }
      if (index > 0 && sample.entry() != entry) {
        return impossible("Its coding changes midway, which not all players of streams follow.");
      }
      entry = sample.entry();
      before += sample.size();
      index++;
    }
    var stretches = new ArrayList<Stretch>();
    long bytes = 0;
    for (StretchFinder finder : finders) {
      Stretch stretch = finder.stretch();
      if (stretch != null) {
        if (!finder.startsClean()) {
          return impossible(
              "A part of it starts between keyframes, where a stream without loss cannot start.");
        }
        stretches.add(stretch);
        bytes += finder.bytes();
      }
    }
    if (stretches.isEmpty() && track.kind() == Track.Kind.VIDEO) {
      return impossible("Its edit list shows no picture.");
    }
    if (bytes > MAX_REPETITION * before) {
      return impossible("It repeats itself so often that a stream would be many times as long.");
    }
    return new Found.Ready(new StreamTrack(track, stretches, entry));
  }

  private static List<StretchFinder> finders(Track track, List<Piece> pieces) {
    var finders = new ArrayList<StretchFinder>();
    for (int i = 0; i < pieces.size(); i++) {
      finders.add(
          track.kind() == Track.Kind.VIDEO
              ? new StretchFinder.Pictures(pieces.get(i))
              : new StretchFinder.Sound(pieces.get(i), i == 0, i == pieces.size() - 1));
    }
    return finders;
  }

  private static Found impossible(String facts) {
    return new Found.Impossible(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, facts));
  }

  /** Returns the seconds by which the first sample is decoded before the movie starts. */
  double lead() {
    long earliest = stretches.stream().mapToLong(Stretch::starts).min().orElse(0);
    return track.seconds(Math.max(0, -earliest));
  }
}
