package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Profile;
import java.io.ByteArrayOutputStream;

/** ICC.1:2022, B.4: a profile in JPEG's APP2 segments, each with its number and their count. */
final class IccSegments {
  private static final String SIGNATURE = "ICC_PROFILE\0";
  private static final int MAX_COUNT = 255;

  private final byte[][] parts = new byte[MAX_COUNT][];
  private int expected;
  private long size;
  private boolean consistent = true;

  /** Takes the segment if it is part of a profile. */
  void add(ByteReader segment) throws Malformed {
    int signature = SIGNATURE.length();
    if (segment.remaining() <= signature + 2 || !segment.text(signature).equals(SIGNATURE)) {
      return;
    }
    int number = segment.u8();
    int count = segment.u8();
    consistent &= number >= 1 && number <= count && (expected == 0 || expected == count);
    if (!consistent || parts[number - 1] != null) {
      // Some writers embed the same profile twice; the first counts.
      return;
    }
    expected = count;
    size += segment.remaining();
    // Only its size is needed once it is too large.
    parts[number - 1] = size > Profile.MAX_ICC ? new byte[0] : segment.bytes(segment.remaining());
  }

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
