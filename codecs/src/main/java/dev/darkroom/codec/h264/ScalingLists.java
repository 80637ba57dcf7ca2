package dev.darkroom.codec.h264;

import dev.darkroom.codec.BitReader;
import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Quantizer scaling of intra and inter blocks, completed by the fall-back rules of table 7-2.
 *
 * @param lists values in zigzag order: Y, Cb, Cr of intra 4×4, then of inter 4×4, then Y of intra
 *     and inter 8×8; for 4:4:4 also Cb and Cr of these
 */
public record ScalingLists(List<int[]> lists) {
  private static final int SMALL_LISTS = 6;

  /** Default_4x4_Intra (table 7-3). */
  private static final int[] INTRA_4X4 = {
    6, 13, 13, 20, 20, 20, 28, 28, 28, 28, 32, 32, 32, 37, 37, 42
  };

  /** Default_4x4_Inter (table 7-3). */
  private static final int[] INTER_4X4 = {
    10, 14, 14, 20, 20, 20, 24, 24, 24, 24, 27, 27, 27, 30, 30, 34
  };

  /** Default_8x8_Intra (table 7-4). */
  private static final int[] INTRA_8X8 = {
    6, 10, 10, 13, 11, 13, 16, 16, 16, 16, 18, 18, 18, 18, 18, 23,
    23, 23, 23, 23, 23, 25, 25, 25, 25, 25, 25, 25, 27, 27, 27, 27,
    27, 27, 27, 27, 29, 29, 29, 29, 29, 29, 29, 31, 31, 31, 31, 31,
    31, 33, 33, 33, 33, 33, 36, 36, 36, 36, 38, 38, 38, 40, 40, 42
  };

  /** Default_8x8_Inter (table 7-4). */
  private static final int[] INTER_8X8 = {
    9, 13, 13, 15, 13, 15, 17, 17, 17, 17, 19, 19, 19, 19, 19, 21,
    21, 21, 21, 21, 21, 22, 22, 22, 22, 22, 22, 22, 24, 24, 24, 24,
    24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 27, 27, 27, 27, 27,
    27, 28, 28, 28, 28, 28, 30, 30, 30, 30, 32, 32, 32, 33, 33, 35
  };

  /** Reads the lists of a sequence, by fall-back rule set A. */
  static ScalingLists ofSequence(BitReader in, int count) throws Malformed {
    return read(in, count, null);
  }

  /**
   * Reads the lists of a picture, by fall-back rule set B if the sequence has lists, otherwise A.
   *
   * @param count number of lists in the set; the sequence's apply beyond it
   */
  static ScalingLists ofPicture(BitReader in, int count, @Nullable ScalingLists sequence)
      throws Malformed {
    return read(in, count, sequence);
  }

  private static ScalingLists read(BitReader in, int count, @Nullable ScalingLists sequence)
      throws Malformed {
    var lists = new ArrayList<int[]>();
    for (int i = 0; i < Math.max(count, 8); i++) {
      int[] fallback = fallback(lists, i, sequence);
      boolean present = i < count && in.flag();
      lists.add(present ? list(in, i) : fallback);
    }
    return new ScalingLists(List.copyOf(lists));
  }

  private static int[] fallback(List<int[]> before, int i, @Nullable ScalingLists sequence) {
    if (i == 0 || i == 3 || i == 6 || i == 7) {
      return sequence == null ? standard(i) : sequence.lists.get(i);
    }
    return before.get(i < SMALL_LISTS ? i - 1 : i - 2);
  }

  private static int[] standard(int i) {
    if (i < SMALL_LISTS) {
      return i < 3 ? INTRA_4X4 : INTER_4X4;
    }
    return i % 2 == 0 ? INTRA_8X8 : INTER_8X8;
  }

  /** Reads scaling_list() (7.3.2.1.1.1). */
  private static int[] list(BitReader in, int which) throws Malformed {
    int[] list = new int[which < SMALL_LISTS ? 16 : 64];
    int last = 8;
    int next = 8;
    for (int i = 0; i < list.length; i++) {
      if (next != 0) {
        next = (last + in.se(-128, 127, "delta_scale") + 256) % 256;
        if (i == 0 && next == 0) {
          return standard(which);
        }
      }
      list[i] = next == 0 ? last : next;
      last = list[i];
    }
    return list;
  }
}
