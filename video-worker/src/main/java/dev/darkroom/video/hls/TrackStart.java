package dev.darkroom.video.hls;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;

/**
 * Says where a track starts in the stream. The stream has no edit list (ISO/IEC 14496-12, 8.6.6);
 * its effect is folded into the times of the samples. All times are in ticks of the track.
 *
 * @param skipped number of samples left out at the start
 * @param decoded decoding time of the first sample that is kept
 * @param origin media time that becomes the stream's zero, before the delay
 * @param delay how much later the track starts
 */
record TrackStart(int skipped, long decoded, long origin, long delay) {
  /**
   * Starts a video track at the last keyframe that is not after the start of the edit, as a copy
   * cannot start between keyframes. The frames before the edit are shown, and the audio starts
   * earlier by the same time.
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
   * Starts an audio track at the first frame that does not end before the edit starts; earlier ones
   * are the encoder's priming.
   *
   * @param earlier seconds by which the video starts before its edit does
   * @param lead seconds from decoding the first picture to showing it
   */
  static TrackStart ofAudio(Track track, double earlier, double lead) throws Malformed {
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

  /** Returns the time from decoding the first sample to showing it. */
  long lead() {
    return origin - decoded;
  }
}
