package dev.darkroom.codec.profile;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Descriptors;
import dev.darkroom.codec.mp4.SampleEntry.Sound;

/** Reads AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1) out of {@code esds}. */
final class Aac {
  private static final int SBR = 5;
  private static final int PS = 29;
  private static final int EXPLICIT_RATE = 15;

  /** Samples per second by samplingFrequencyIndex (table 1.18). */
  private static final int[] RATES = {
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350
  };

  /** Number of channels by channelConfiguration (table 1.19). */
  private static final int[] CHANNELS = {0, 1, 2, 3, 4, 5, 6, 8};

  private Aac() {}

  static CodecProfile profile(ByteReader esds, CodecProfile container) throws Malformed {
    byte[] config = Descriptors.audioConfig(esds);
    if (config.length == 0) {
      return container;
    }
    var bits = new BitReader(config);
    int type = type(bits);
    int rate = rate(bits);
    int channels = bits.bits(4);
    if (type == SBR || type == PS) {
      rate = rate(bits);
    }
    String words =
        switch (type) {
          case 1 -> "Main";
          case 2 -> "LC";
          case SBR -> "HE-AAC";
          case PS -> "HE-AACv2";
          case 23 -> "LD";
          case 39 -> "ELD";
          case 42 -> "xHE-AAC";
          default -> null;
        };
    Sound stated = container.sound();
    int count =
        type == PS
            ? 2
            : channels > 0 && channels < CHANNELS.length
                ? CHANNELS[channels]
                : stated == null ? 0 : stated.channels();
    return new CodecProfile(words, 0, null, null, new Sound(count, rate));
  }

  private static int type(BitReader bits) throws Malformed {
    int type = bits.bits(5);
    return type == 31 ? 32 + bits.bits(6) : type;
  }

  private static int rate(BitReader bits) throws Malformed {
    int index = bits.bits(4);
    if (index == EXPLICIT_RATE) {
      return bits.bits(24);
    }
    if (index >= RATES.length) {
      throw new Malformed(0, "samplingFrequencyIndex " + index);
    }
    return RATES[index];
  }
}
