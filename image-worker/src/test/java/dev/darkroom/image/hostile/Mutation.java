package dev.darkroom.image.hostile;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A way to damage a file. */
public enum Mutation {
  /** Cuts off the end. */
  CUT {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      return Arrays.copyOf(file, 1 + random.nextInt(file.length));
    }
  },
  /** Flips bits anywhere. */
  FLIPS {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      byte[] mutant = file.clone();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        mutant[random.nextInt(mutant.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return mutant;
    }
  },
  /** Changes bytes near the beginning, where headers are. */
  HEADER {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      byte[] mutant = file.clone();
      int reach = Math.min(mutant.length, 32 << random.nextInt(7));
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        mutant[random.nextInt(reach)] = (byte) random.nextInt(256);
      }
      return mutant;
    }
  },
  /** Writes an extreme number where a length or a count may be. */
  LIE {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      byte[] mutant = file.clone();
      int bytes = 1 << random.nextInt(3);
      if (mutant.length < bytes) {
        return mutant;
      }
      int reach = Math.min(mutant.length - bytes + 1, 64 << random.nextInt(9));
      int at = random.nextInt(reach);
      long value = LIES[random.nextInt(LIES.length)];
      boolean bigEndian = random.nextBoolean();
      for (int i = 0; i < bytes; i++) {
        mutant[at + i] = (byte) (value >> (8 * (bigEndian ? bytes - 1 - i : i)));
      }
      return mutant;
    }
  },
  /** Doubles a part. */
  REPEAT {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      int from = random.nextInt(file.length);
      int to = Math.min(file.length, from + 1 + random.nextInt(512));
      return joined(Arrays.copyOf(file, to), Arrays.copyOfRange(file, from, file.length));
    }
  },
  /** Removes a part. */
  HOLE {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      int from = 1 + random.nextInt(file.length);
      int to = Math.min(file.length, from + 1 + random.nextInt(512));
      return joined(
          Arrays.copyOf(file, Math.min(from, file.length)),
          Arrays.copyOfRange(file, to, file.length));
    }
  },
  /** Replaces the end by another file's. */
  SPLICE {
    @Override
    byte[] of(byte[] file, byte[] other, RandomGenerator random) {
      int cut = 1 + random.nextInt(file.length);
      int from = random.nextBoolean() ? Math.min(cut, other.length) : random.nextInt(other.length);
      return joined(Arrays.copyOf(file, cut), Arrays.copyOfRange(other, from, other.length));
    }
  };

  private static final long[] LIES = {
    0,
    1,
    2,
    7,
    8,
    0x7f,
    0x80,
    0xff,
    0x100,
    0x7fff,
    0x8000,
    0xffff,
    0x10000,
    0x7fffffff,
    0x80000000L,
    0xfffffff0L,
    0xffffffffL
  };

  /**
   * Damages a file.
   *
   * @param other a file of the same format, for {@link #SPLICE}
   */
  abstract byte[] of(byte[] file, byte[] other, RandomGenerator random);

  /** Damages a file once or twice in any way; half of the PNGs get correct checksums again. */
  public static byte[] any(byte[] file, byte[] other, RandomGenerator random) {
    byte[] mutant = file;
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      mutant = values()[random.nextInt(values().length)].of(mutant, other, random);
    }
    boolean png = file.length > 1 && file[1] == 'P' && random.nextBoolean();
    return png ? PngBombs.withChecksums(mutant) : mutant;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
