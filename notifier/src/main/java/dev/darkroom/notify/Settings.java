package dev.darkroom.notify;

import io.quarkus.runtime.configuration.DurationConverter;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * What settings may be. They are converters, so that a wrong value is reported together with those
 * that are missing or unreadable.
 */
final class Settings {
  private Settings() {}

  /** An ARN as AWS writes it (SNS in the Service Authorization Reference, "Resource types"). */
  public static final class TopicArn implements Converter<String> {
    private static final long serialVersionUID = 1L;
    private static final Pattern SHAPE =
        Pattern.compile("arn:[a-z0-9-]+:sns:[a-z0-9-]+:\\d+:[A-Za-z0-9_-]{1,256}");

    @Override
    public String convert(String value) {
      if (!SHAPE.matcher(value).matches()) {
        throw new IllegalArgumentException(value + " is no ARN of an SNS topic");
      }
      return value;
    }
  }

  /** An address for browsers, without a slash at its end. */
  public static final class PublicUrl implements Converter<URI> {
    private static final long serialVersionUID = 1L;

    @Override
    public URI convert(String value) {
      URI url = URI.create(value.replaceFirst("/+$", ""));
      boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (!web || url.getHost() == null || url.getRawQuery() != null) {
        throw new IllegalArgumentException(value + " is no address of a web site");
      }
      return url;
    }
  }

  /** Less than Lambda's longest timeout (AWS Lambda Developer Guide, "Quotas"). */
  public static final class Reserve implements Converter<Duration> {
    private static final long serialVersionUID = 1L;
    private static final Duration MAX = Duration.ofMinutes(15);

    @Override
    public Duration convert(String value) {
      Duration reserve = DurationConverter.parseDuration(value);
      if (reserve.isNegative() || reserve.compareTo(MAX) >= 0) {
        throw new IllegalArgumentException(value + " is not between 0 and 15 minutes");
      }
      return reserve;
    }
  }
}
