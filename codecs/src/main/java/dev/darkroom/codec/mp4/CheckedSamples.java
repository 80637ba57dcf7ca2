package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Samples whose keyframes are known from their own bytes.
 *
 * @param offsets where in the file the keyframes start, in bytes
 */
record CheckedSamples(Samples all, Set<Long> offsets) implements Samples {
  CheckedSamples {
    offsets = Set.copyOf(offsets);
  }

  @Override
  public int count() {
    return all.count();
  }

  @Override
  public long duration() {
    return all.duration();
  }

  @Override
  public long span() {
    return all.span();
  }

  @Override
  public long bytes() throws Malformed {
    return all.bytes();
  }

  @Override
  public void extents(Extents extents) throws Malformed {
    all.extents(extents);
  }

  @Override
  public int keyframes() {
    return offsets.size();
  }

  @Override
  public SampleCursor cursor() {
    SampleCursor cursor = all.cursor();
    return new SampleCursor() {
      @Override
      public @Nullable Sample next() throws Malformed {
        Sample sample = cursor.next();
        return sample == null ? null : sample.markedAs(offsets.contains(sample.offset()));
      }
    };
  }
}
