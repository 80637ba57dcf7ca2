package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a track's {@code elst} box says of when its media is shown (8.6.6). {@link Presentation}
 * applies it to the samples.
 *
 * @param timescale ticks per second of the edits' durations, which are the movie's
 * @param edits empty if the track is shown as it is
 */
public record EditList(long timescale, List<Edit> edits) {
  /** Most edits of a track; editors that keep every cut write some hundreds. */
  private static final int MAX_EDITS = 10_000;

  /** Rates beyond this, either way, are a writer's mistake. */
  private static final double MAX_RATE = 64;

  private static final double FIXED_POINT = 1 << 16;

  public EditList {
    edits = List.copyOf(edits);
  }

  /**
   * One row.
   *
   * @param duration in the movie's ticks; 0 in fragmented files for all that is left
   * @param media composition time at which it starts, in the track's ticks; negative if the edit is
   *     empty
   * @param rate ticks of media per tick shown; 0 holds one frame
   */
  public record Edit(long duration, long media, double rate) {
    boolean isEmpty() {
      return media < 0;
    }
  }

  /**
   * Reads the box. Rows that its bytes do not bear out are left out, as players do.
   *
   * @param elst payload of the box; null if the track has none
   */
  static EditList read(@Nullable ByteReader elst, long timescale) throws Malformed {
    var edits = new ArrayList<Edit>();
    if (elst != null && elst.remaining() >= 8) {
      boolean wide = elst.u8() == 1;
      long count = elst.skip(3).u32();
      int width = wide ? 20 : 12;
      long present = Math.min(count, elst.remaining() / width);
      if (present > MAX_EDITS) {
        throw new Malformed(elst.offset(), "more than " + MAX_EDITS + " edits");
      }
      for (long i = present; i > 0; i--) {
        long duration = wide ? Math.max(0, elst.i64()) : elst.u32();
        long media = wide ? elst.i64() : elst.i32();
        edits.add(new Edit(duration, media, rate(elst.i32())));
      }
    }
    return new EditList(timescale, edits);
  }

  private static double rate(int fixed) {
    double rate = fixed / FIXED_POINT;
    return fixed == 0 || (rate >= 1 / MAX_RATE && rate <= MAX_RATE) ? rate : 1;
  }
}
