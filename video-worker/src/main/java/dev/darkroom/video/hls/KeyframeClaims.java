package dev.darkroom.video.hls;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.keyframe.SampleCheck;
import dev.darkroom.codec.keyframe.SampleCheck.Verdict;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Checks a track's keyframes by their own bytes: players start at a segment's first frame, so it
 * must be a keyframe whatever the container claims.
 */
public final class KeyframeClaims {
  /** Claims that are checked of every track; only one false claim makes all worth reading. */
  private static final int PROBES = 8;

  /** Bytes of a sample that are read: parameter sets and some metadata may precede a picture. */
  private static final int HEAD = 4 << 10;

  private final Track track;
  private final Deadline until;
  private final Map<Integer, SampleCheck> checks = new HashMap<>();

  private KeyframeClaims(Track track, Deadline until) {
    this.track = track;
    this.until = until;
  }

  /**
   * Returns the track without keyframes that are none. Reads some keyframes, and all that are
   * claimed only if one of these is none.
   *
   * @throws IOException if trying again may help
   * @throws TimeoutException when the time is up
   */
  public static Track checked(Track track, RangedOriginal original, Deadline until)
      throws IOException, Malformed, TimeoutException {
    var claims = new KeyframeClaims(track, until);
    int step = Math.max(1, track.samples().keyframes() / PROBES);
    return claims.trueOnes(original, step).size() == claims.claimed(step)
        ? track
        : track.withKeyframesAt(claims.trueOnes(original.sequential(), 1));
  }

  private int claimed(int step) {
    return Math.ceilDiv(track.samples().keyframes(), step);
  }

  /** Returns the offsets of those of each {@code step}th claimed keyframe that may be one. */
  private Set<Long> trueOnes(Mp4Source source, int step)
      throws IOException, Malformed, TimeoutException {
    var offsets = new HashSet<Long>();
    SampleCursor cursor = track.samples().cursor();
    int claims = 0;
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      if (sample.keyframe() && claims++ % step == 0) {
        until.check();
        // What a cut-off file lacks contradicts nothing.
        boolean lacking = sample.offset() > source.size() - Math.min(HEAD, sample.size());
        if (lacking || verdict(source, sample) != Verdict.DEPENDENT) {
          offsets.add(sample.offset());
        }
      }
    }
    return offsets;
  }

  private Verdict verdict(Mp4Source source, Sample sample) throws IOException, Malformed {
    SampleCheck check = checks.get(sample.entry());
    if (check == null) {
      check = SampleCheck.of(track.entry(sample.entry()));
      checks.put(sample.entry(), check);
    }
    return check.check(source.read(sample.offset(), Math.min(HEAD, sample.size())));
  }
}
