package dev.darkroom.video.still;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.keyframe.SampleCheck;
import dev.darkroom.codec.keyframe.SampleCheck.Verdict;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds keyframes by what samples hold, for tracks whose container marks them wrongly. Reads only
 * the starts of samples, and of these only of those that stand out by their size, as keyframes do.
 */
public final class KeyframeSearch {
  /** Bytes of a sample that are read: parameter sets and some metadata may precede a picture. */
  private static final int HEAD = 2 << 10;

  private static final int MAX_REQUESTS = 100;
  private static final long MAX_BYTES = 32L << 20;

  private final Track track;
  private final RangedOriginal original;
  private final Deadline until;
  private final Map<Integer, SampleCheck> checks = new HashMap<>();
  private final int lastRequest;
  private final long lastByte;

  private KeyframeSearch(Track track, RangedOriginal original, Deadline until) {
    this.track = track;
    this.original = original;
    this.until = until;
    lastRequest = original.requests() + MAX_REQUESTS;
    lastByte = original.bytesRead() + MAX_BYTES;
  }

  /**
   * Searches each of equally long stretches of a track for a keyframe.
   *
   * @param steps number of pictures that are wanted, half the number of stretches
   * @param known keyframes that have been decoded already
   * @return the track with only those keyframes that are known or were found
   * @throws IOException if trying again may help
   */
  public static Track search(
      Track track, int steps, Set<Keyframe> known, RangedOriginal original, Deadline until)
      throws IOException {
    return new KeyframeSearch(track, original, until).search(2 * steps, known);
  }

  private Track search(int stretches, Set<Keyframe> known) throws IOException {
    var found = new HashSet<Long>();
    known.forEach(keyframe -> found.add(keyframe.offset()));
    List<Prominent> parts = parts(stretches);
    // The most prominent sample of a stretch is a keyframe nearly always if there is one.
    check(parts.stream().flatMap(part -> part.from(0, 1).stream()).toList(), found);
    check(
        parts.stream()
            .filter(part -> part.all().stream().noneMatch(it -> found.contains(it.offset())))
            .flatMap(part -> part.from(1, Prominent.KEPT).stream())
            .toList(),
        found);
    return track.withKeyframesAt(found);
  }

  /** Divides the track; one that is damaged midway, only up to the damage. */
  private List<Prominent> parts(int stretches) {
    var parts = new ArrayList<Prominent>();
    for (int i = 0; i < stretches; i++) {
      parts.add(new Prominent());
    }
    long span = Math.max(1, track.samples().span());
    SampleCursor cursor = track.samples().cursor();
    double usual = 0;
    try {
      Sample sample = cursor.next();
      long start = sample == null ? 0 : sample.time();
      while (sample != null) {
        double part = (sample.time() - start) / (double) span * stretches;
        parts.get(Math.clamp((long) part, 0, stretches - 1)).add(sample, usual);
        usual += (sample.size() - usual) / Prominent.NEIGHBORS;
        sample = cursor.next();
      }
    } catch (Malformed e) {
      // Decoding ends there as well.
    }
    return parts;
  }

  /** Reads the starts of samples and adds the offsets of keyframes among them. */
  private void check(List<Sample> candidates, Set<Long> found) throws IOException {
    var heads = new ArrayList<Keyframe>();
    for (Sample sample : candidates) {
      int length = Math.min(HEAD, sample.size());
      if (sample.offset() <= original.size() - length) {
        heads.add(new Keyframe(sample.offset(), length, 0, sample.entry()));
      }
    }
    for (ReadGroup group : ReadGroup.plan(heads)) {
      if (until.passed()
          || original.requests() >= lastRequest
          || original.bytesRead() + group.length() > lastByte) {
        return;
      }
      try {
        ByteReader bytes = original.readExactly(group.from(), group.length());
        for (Keyframe head : group.keyframes()) {
          int at = (int) (head.offset() - group.from());
          if (isKeyframe(head, bytes.seek(at).slice(head.size()))) {
            found.add(head.offset());
          }
        }
      } catch (Malformed e) {
        // The file cannot be read in as few requests as are allowed.
        return;
      }
    }
  }

  private boolean isKeyframe(Keyframe head, ByteReader bytes) {
    try {
      SampleCheck check = checks.get(head.entry());
      if (check == null) {
        check = SampleCheck.of(track.entry(head.entry()));
        checks.put(head.entry(), check);
      }
      return check.check(bytes) == Verdict.KEYFRAME;
    } catch (Malformed e) {
      return false;
    }
  }
}
