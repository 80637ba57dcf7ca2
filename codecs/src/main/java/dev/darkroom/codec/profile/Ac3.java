package dev.darkroom.codec.profile;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry.Sound;

/** ETSI TS 102 366, F.4 and F.6: containers say two channels whatever there are. */
final class Ac3 {
  /** Bits of {@code dec3} before those of its first substream: data rate and their number. */
  static final int ENHANCED_HEAD = 16;

  /** Table 4.3, by acmod. */
  private static final int[] CHANNELS = {2, 1, 2, 3, 3, 4, 4, 5};

  private Ac3() {}

  static CodecProfile profile(ByteReader box, int head, CodecProfile container) throws Malformed {
    var bits = new BitReader(box.bytes(box.remaining()));
    bits.skip(head);
    // fscod and bsid; of the enhanced kind two bits more; bsmod.
    bits.skip(2 + 5 + (head > 0 ? 2 : 0) + 3);
    int channels = CHANNELS[bits.bits(3)] + bits.bits(1);
    Sound said = container.sound();
    return new CodecProfile(
        null, 0, null, null, new Sound(channels, said == null ? 0 : said.sampleRate()));
  }
}
