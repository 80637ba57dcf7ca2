package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * Walks a track run by run. Uncompressed sound has a sample for each moment, far too many to be
 * walked one by one.
 */
public interface SampleRuns {
  /** Returns the next run, null after the last. */
  @Nullable SampleRun next() throws Malformed;

  /** Returns the runs of a track from its start. */
  static SampleRuns of(Samples samples) {
    return switch (samples) {
      case SampleTable table when table.sizes().table() == null -> new TableRuns(table);
      case JoinedSamples(SampleTable first, FragmentSamples rest) -> {
        SampleRuns before = of(first);
        SampleRuns after = of(rest);
        yield () -> {
          SampleRun run = before.next();
          return run != null ? run : after.next();
        };
      }
      case SampleTable _, FragmentSamples _, CheckedSamples _ -> new Merged(samples.cursor());
    };
  }

  /** Joins samples that were read one by one. */
  final class Merged implements SampleRuns {
    private final SampleCursor cursor;
    private @Nullable Sample ahead;

    private Merged(SampleCursor cursor) {
      this.cursor = cursor;
    }

    @Override
    public @Nullable SampleRun next() throws Malformed {
      Sample first = ahead != null ? ahead : cursor.next();
      ahead = null;
      if (first == null) {
        return null;
      }
      var run =
          new SampleRun(
              first.offset(), 1, first.size(), first.time(), first.duration(), first.entry());
      for (Sample next = cursor.next(); next != null; next = cursor.next()) {
        SampleRun joined = run.joined(next);
        if (joined == null) {
          ahead = next;
          break;
        }
        run = joined;
      }
      return run;
    }
  }
}
