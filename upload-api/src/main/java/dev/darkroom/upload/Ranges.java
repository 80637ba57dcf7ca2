package dev.darkroom.upload;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.math.BigInteger;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * What the platform allows of each setting. They are converters, so that a value out of range is
 * reported together with those that are missing or unreadable.
 */
final class Ranges {
  private Ranges() {}

  /** Amazon S3 User Guide, "Uploading objects": a single PUT takes up to 5 GB. */
  public static final class UploadSize extends Size {
    private static final long serialVersionUID = 1L;

    public UploadSize() {
      super(5L << 30);
    }
  }

  /**
   * AWS Lambda Developer Guide, "Quotas": an event has up to 6 MB, in which a body is base64; the
   * headers are in there too, so that less than this is left in truth.
   */
  public static final class BodySize extends Size {
    private static final long serialVersionUID = 1L;

    public BodySize() {
      super((6L << 20) / 4 * 3);
    }
  }

  /** Amazon S3 API Reference, "Authenticating Requests: Using Query Parameters": 7 days at most. */
  public static final class Validity implements Converter<Duration> {
    private static final long serialVersionUID = 1L;
    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofDays(7);

    @Override
    public Duration convert(String value) {
      Duration duration = DurationConverter.parseDuration(value);
      if (duration.compareTo(MIN) < 0 || duration.compareTo(MAX) > 0) {
        throw new IllegalArgumentException(value + " is not between 1 second and 7 days");
      }
      return duration;
    }
  }

  abstract static class Size implements Converter<MemorySize> {
    private static final long serialVersionUID = 1L;
    private final long max;

    Size(long max) {
      this.max = max;
    }

    @Override
    public MemorySize convert(String value) {
      MemorySize size = new MemorySizeConverter().convert(value);
      BigInteger bytes = size.asBigInteger();
      if (bytes.signum() <= 0 || bytes.compareTo(BigInteger.valueOf(max)) > 0) {
        throw new IllegalArgumentException(value + " is not between 1 and " + max + " bytes");
      }
      return size;
    }
  }
}
