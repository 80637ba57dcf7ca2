package dev.darkroom.video.hls;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;

/**
 * Where a track starts in a stream, which has no edit list: what that said (ISO/IEC 14496-12,
 * 8.6.6) is folded into the times of the samples.
 *
 * @param skipped samples that are left out at the start
 * @param decoded time of decoding of the first one that is not, in the track's ticks
 * @param origin media time that the stream's zero stands for, before the delay
 * @param delay how much later the track starts
 */
record TrackStart(int skipped, long decoded, long origin, long delay) {
  /**
   * At the last keyframe that is not behind the edit's start: a copy cannot start in between. What
   * it shows before the edit's start is shown, and the sound starts as much earlier.
   */
  static TrackStart ofVideo(Track track) throws Malformed {
    SampleCursor cursor = track.samples().cursor();
    int skipped = 0;
    long decoded = 0;
    long shown = 0;
    Sample sample = cursor.next();
    for (int i = 0; sample != null && (i == 0 || sample.time() <= track.editStart()); i++) {
      long at = sample.time() + sample.compositionOffset();
      if (i == 0 || (sample.keyframe() && at <= track.editStart())) {
        skipped = i;
        decoded = sample.time();
        shown = at;
      }
      sample = cursor.next();
    }
    return new TrackStart(skipped, decoded, Math.min(shown, track.editStart()), track.startDelay());
  }

  /**
   * At the first frame that is not all before the edit's start: those are the encoder's priming.
   *
   * @param earlier seconds that the pictures start before their edit does
   * @param lead seconds from the decoding of the first picture to its showing
   */
  static TrackStart ofSound(Track track, double earlier, double lead) throws Malformed {
    long origin =
        Math.max(0, track.editStart() - Math.round(Math.max(0, earlier) * track.timescale()));
    long delay = track.startDelay() + Math.round(Math.max(0, lead) * track.timescale());
    SampleCursor cursor = track.samples().cursor();
    int skipped = 0;
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      if (sample.time() + sample.duration() > origin) {
        return new TrackStart(skipped, sample.time(), sample.time(), delay);
      }
      skipped++;
    }
    return new TrackStart(skipped, 0, 0, delay);
  }

  /** From the decoding of the first sample to the showing of it, in the track's ticks. */
  long lead() {
    return origin - decoded;
  }
}
