package dev.darkroom.codec.mp4;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/** Reads the descriptors in an {@code esds} box (ISO/IEC 14496-1, 7.2.6). */
public final class Descriptors {
  private static final int ES = 3;
  private static final int DECODER_CONFIG = 4;
  private static final int DECODER_SPECIFIC = 5;
  private static final int MPEG4_AUDIO = 0x40;

  /** Object type of MPEG-4 Visual (ISO/IEC 14496-1, table 5). */
  public static final int MPEG4_VISUAL = 0x20;

  private Descriptors() {}

  /** Returns the AudioSpecificConfig, empty unless the sound is MPEG-4 audio. */
  public static byte[] audioConfig(ByteReader esds) throws Malformed {
    ByteReader config = decoderConfig(esds);
    if (config.u8() != MPEG4_AUDIO) {
      return new byte[0];
    }
    ByteReader specific = descriptor(config.skip(12), DECODER_SPECIFIC);
    return specific.bytes(specific.remaining());
  }

  /** Returns the object type that an entry's {@code esds} states; 0 if there is none. */
  public static int objectType(SampleEntry entry) {
    byte[] esds = entry.configurations().get("esds");
    try {
      return esds == null ? 0 : decoderConfig(new ByteReader(esds)).u8();
    } catch (Malformed e) {
      return 0;
    }
  }

  private static ByteReader decoderConfig(ByteReader esds) throws Malformed {
    ByteReader es = descriptor(esds.skip(4), ES);
    int flags = es.skip(2).u8();
    if ((flags & 0x80) != 0) {
      es.skip(2);
    }
    if ((flags & 0x40) != 0) {
      es.skip(es.u8());
    }
    if ((flags & 0x20) != 0) {
      es.skip(2);
    }
    return descriptor(es, DECODER_CONFIG);
  }

  static String codec(String format, ByteReader esds) throws Malformed {
    ByteReader config = decoderConfig(esds);
    int objectType = config.u8();
    config.skip(12);
    String codec = format + "." + Integer.toHexString(objectType);
    if (!config.hasRemaining()) {
      return codec;
    }
    ByteReader specific = descriptor(config, DECODER_SPECIFIC);
    return switch (objectType) {
      case MPEG4_AUDIO -> codec + "." + audioObjectType(specific);
      case MPEG4_VISUAL -> codec + "." + visualProfile(specific);
      default -> codec;
    };
  }

  /** Reads AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1), where 31 announces six more bits. */
  private static int audioObjectType(ByteReader in) throws Malformed {
    var bits = new BitReader(in.bytes(Math.min(2, in.remaining())));
    int type = bits.bits(5);
    return type == 31 ? 32 + bits.bits(6) : type;
  }

  /** Reads profile_and_level_indication of a VisualObjectSequence (ISO/IEC 14496-2, 6.2.2). */
  private static int visualProfile(ByteReader in) throws Malformed {
    if (in.i32() != 0x1b0) {
      throw new Malformed(in.offset(), "no visual object sequence");
    }
    return in.u8();
  }

  private static ByteReader descriptor(ByteReader in, int tag) throws Malformed {
    while (true) {
      int found = in.u8();
      int size = 0;
      int b;
      int bytes = 0;
      do {
        b = in.u8();
        size = size << 7 | (b & 0x7f);
      } while ((b & 0x80) != 0 && ++bytes < 4);
      ByteReader payload = in.slice(Math.min(size, in.remaining()));
      if (found == tag) {
        return payload;
      }
    }
  }
}
