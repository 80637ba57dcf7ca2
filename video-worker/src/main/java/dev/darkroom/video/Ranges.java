package dev.darkroom.video;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.io.Serial;
import java.math.BigInteger;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * What makes sense for each setting. They are converters, so that a value out of range is reported
 * together with those that are missing or unreadable.
 */
final class Ranges {
  private Ranges() {}

  /** AWS Lambda Developer Guide, "Quotas": a function runs for 15 minutes at most. */
  public static final class Time implements Converter<Duration> {
    @Serial private static final long serialVersionUID = 1;
    private static final Duration MAX = Duration.ofMinutes(15);

    @Override
    public Duration convert(String value) {
      Duration duration = DurationConverter.parseDuration(value);
      if (duration.isNegative() || duration.isZero() || duration.compareTo(MAX) > 0) {
        throw new IllegalArgumentException(value + " is not between nothing and 15 minutes");
      }
      return duration;
    }
  }

  /** The first kilobytes must come at once, they tell the format. */
  public static final class ReadAhead extends Size {
    @Serial private static final long serialVersionUID = 1;

    public ReadAhead() {
      super(4 << 10, 4 << 20);
    }
  }

  /** Kept in an array, together with what else is in memory. */
  public static final class IndexSize extends Size {
    @Serial private static final long serialVersionUID = 1;

    public IndexSize() {
      super(64 << 10, 512 << 20);
    }
  }

  public static final class FrameSize extends Size {
    @Serial private static final long serialVersionUID = 1;

    public FrameSize() {
      super(64 << 10, 128 << 20);
    }
  }

  public static final class Requests extends Count {
    @Serial private static final long serialVersionUID = 1;

    public Requests() {
      super(4, 10_000);
    }
  }

  /** ITU-T H.264, table A-1: level 6.2 has no longer side than this. */
  public static final class FrameEdge extends Count {
    @Serial private static final long serialVersionUID = 1;

    public FrameEdge() {
      super(256, 16_880);
    }
  }

  /** A storyboard has a hundred of them, all in memory. */
  public static final class TileEdge extends Count {
    @Serial private static final long serialVersionUID = 1;

    public TileEdge() {
      super(16, 640);
    }
  }

  public static final class OutputEdge extends Count {
    @Serial private static final long serialVersionUID = 1;

    public OutputEdge() {
      super(16, 8192);
    }
  }

  public static final class Quality extends Count {
    @Serial private static final long serialVersionUID = 1;

    public Quality() {
      super(1, 100);
    }
  }

  abstract static class Count implements Converter<Integer> {
    @Serial private static final long serialVersionUID = 1;
    private final int min;
    private final int max;

    Count(int min, int max) {
      this.min = min;
      this.max = max;
    }

    @Override
    public Integer convert(String value) {
      int count = Integer.parseInt(value.strip());
      if (count < min || count > max) {
        throw new IllegalArgumentException(value + " is not between " + min + " and " + max);
      }
      return count;
    }
  }

  abstract static class Size implements Converter<MemorySize> {
    @Serial private static final long serialVersionUID = 1;
    private final int min;
    private final int max;

    Size(int min, int max) {
      this.min = min;
      this.max = max;
    }

    @Override
    public MemorySize convert(String value) {
      MemorySize size = new MemorySizeConverter().convert(value);
      BigInteger bytes = size.asBigInteger();
      if (bytes.compareTo(BigInteger.valueOf(min)) < 0
          || bytes.compareTo(BigInteger.valueOf(max)) > 0) {
        throw new IllegalArgumentException(
            value + " is not between " + min + " and " + max + " bytes");
      }
      return size;
    }
  }
}
