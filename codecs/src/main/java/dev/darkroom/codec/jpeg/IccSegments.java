package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Profile;
import java.io.ByteArrayOutputStream;

/**
 * Joins an ICC profile from APP2 segments, each numbered and with their count (ICC.1:2022, B.4).
 */
final class IccSegments {
  private static final String SIGNATURE = "ICC_PROFILE\0";
  private static final int MAX_COUNT = 255;

  private final byte[][] parts = new byte[MAX_COUNT][];
  private int expected;
  private long size;
  private boolean consistent = true;

  /** Adds an APP2 segment's parameters if they are part of a profile. */
  void add(ByteReader segment) throws Malformed {
    int signature = SIGNATURE.length();
    if (segment.remaining() <= signature + 2 || !segment.text(signature).equals(SIGNATURE)) {
      return;
    }
    int number = segment.u8();
    int count = segment.u8();
    consistent &= number >= 1 && number <= count && (expected == 0 || expected == count);
    if (!consistent || parts[number - 1] != null) {
      // Some programs embed the same profile twice; the first one counts.
      return;
    }
    expected = count;
    size += segment.remaining();
    // Of an oversized profile only the size is needed.
    parts[number - 1] = size > Profile.MAX_ICC ? new byte[0] : segment.bytes(segment.remaining());
  }

  /** Returns the profile, unspecified unless all its segments were added. */
  Profile profile() {
    if (size > Profile.MAX_ICC) {
      return new Profile.Oversized(size);
    }
    if (expected == 0 || !consistent) {
      return new Profile.Unspecified();
    }
    var all = new ByteArrayOutputStream((int) size);
    for (int i = 0; i < expected; i++) {
      if (parts[i] == null) {
        return new Profile.Unspecified();
      }
      all.writeBytes(parts[i]);
    }
    return new Profile.Icc(all.toByteArray());
  }
}
