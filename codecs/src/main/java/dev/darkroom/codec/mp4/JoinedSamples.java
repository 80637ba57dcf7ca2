package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/** The samples of a track that starts in {@code moov} and goes on in fragments. */
record JoinedSamples(SampleTable first, FragmentSamples rest) implements Samples {
  @Override
  public int count() {
    return (int) Math.min(Integer.MAX_VALUE, (long) first.count() + rest.count());
  }

  @Override
  public long duration() {
    return first.duration() + rest.duration();
  }

  @Override
  public long span() {
    return Math.max(first.span(), rest.end());
  }

  @Override
  public long bytes() throws Malformed {
    return first.bytes() + rest.bytes();
  }

  @Override
  public void extents(Extents extents) throws Malformed {
    first.extents(extents);
    rest.extents(extents);
  }

  @Override
  public int keyframes() {
    return first.keyframes() + rest.keyframes();
  }

  @Override
  public SampleCursor cursor() {
    SampleCursor before = first.cursor();
    SampleCursor after = rest.cursor();
    return new SampleCursor() {
      @Override
      public @Nullable Sample next() throws Malformed {
        Sample sample = before.next();
        return sample != null ? sample : after.next();
      }
    };
  }
}
