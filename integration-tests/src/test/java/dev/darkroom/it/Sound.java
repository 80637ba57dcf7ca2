package dev.darkroom.it;

import dev.darkroom.fixtures.Ffmpeg;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Path;

/**
 * A piece of a sound track, as one channel.
 *
 * @param samples one each 1/{@link #RATE} s
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares sounds by it
record Sound(short[] samples) {
  private static final int RATE = 8_000;
  private static final int MAX_DELAY = RATE / 5;

  /** Part of a sound that is left at each end for delays to be tried. */
  private static final int ENDS = 4;

  /** Decodes a piece of a file, by the time at which it is heard. */
  static Sound of(Path file, double from, double seconds) {
    byte[] all =
        Ffmpeg.run(
            "ffmpeg",
            "-v error -i %s -map 0:a:0 -af aresample=%d:async=1:first_pts=0 -ac 1 -f s16le -"
                .formatted(file, RATE));
    ShortBuffer heard = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    int start = (int) Math.round(from * RATE);
    short[] samples = new short[(int) Math.round(seconds * RATE)];
    heard.get(start, samples, 0, Math.min(samples.length, heard.remaining() - start));
    return new Sound(samples);
  }

  /** Returns by how many seconds this sound comes later than the other, by their correlation. */
  double delay(Sound other) {
    int most = Math.min(MAX_DELAY, samples.length / ENDS);
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int delay = -most; delay <= most; delay++) {
      double likeness = correlation(other, delay, most);
      if (likeness > highest) {
        highest = likeness;
        best = delay;
      }
    }
    return best / (double) RATE;
  }

  private double correlation(Sound other, int delay, int margin) {
    double sum = 0;
    for (int i = margin; i < samples.length - margin; i++) {
      sum += samples[i] * (double) other.samples[i - delay];
    }
    return sum;
  }
}
