package dev.darkroom.codec.profile;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry.Sound;

/**
 * Reads the configuration of AC-3 and E-AC-3 (ETSI TS 102 366, F.4 and F.6), because containers
 * state two channels whatever their true number.
 */
final class Ac3 {
  /** Bits before the first substream of {@code dec3}: data rate and number of substreams. */
  static final int ENHANCED_HEAD = 16;

  /** Number of channels by acmod (table 4.3). */
  private static final int[] CHANNELS = {2, 1, 2, 3, 3, 4, 4, 5};

  private Ac3() {}

  static CodecProfile profile(ByteReader box, int head, CodecProfile container) throws Malformed {
    var bits = new BitReader(box.bytes(box.remaining()));
    bits.skip(head);
    // fscod, bsid, in E-AC-3 two more bits, bsmod.
    bits.skip(2 + 5 + (head > 0 ? 2 : 0) + 3);
    int channels = CHANNELS[bits.bits(3)] + bits.bits(1);
    Sound stated = container.sound();
    return new CodecProfile(
        null, 0, null, null, new Sound(channels, stated == null ? 0 : stated.sampleRate()));
  }
}
