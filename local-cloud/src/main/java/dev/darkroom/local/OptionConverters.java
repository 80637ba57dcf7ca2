package dev.darkroom.local;

import dev.darkroom.local.Options.HostAndPort;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of command-line options, and says what is wrong with those it refuses. */
final class OptionConverters {
  /** Highest first port, which leaves room for the four ports after it. */
  private static final int HIGHEST_PORT = 65_531;

  private static final int MOST_PROCESSES = 1000;

  private OptionConverters() {}

  private static int number(String text, int least, int most) {
    return Numbers.parse(text, least, most)
        .orElseThrow(() -> refused(text, "a number from %d to %d".formatted(least, most)));
  }

  private static TypeConversionException refused(String text, String wanted) {
    return new TypeConversionException("'%s' is not %s".formatted(text, wanted));
  }

  static final class PortConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return number(text, 0, HIGHEST_PORT);
    }
  }

  static final class ConcurrencyConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      return number(text, 1, MOST_PROCESSES);
    }
  }

  static final class TemplateConverter implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      var file = Path.of(text);
      if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
        throw refused(text, "a readable file");
      }
      return file;
    }
  }

  /** Accepts what may begin a bucket's name, because the bucket's name begins with the stack's. */
  static final class StackConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (!text.matches("[a-z0-9][a-z0-9-]{0,30}")) {
        throw refused(text, "a name of 1 to 31 characters out of a-z, 0-9 and -");
      }
      return text;
    }
  }

  static final class EndpointConverter implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      if (!text.matches("https?://[^/]+/?")) {
        throw refused(text, "a URL like http://127.0.0.1:4566");
      }
      return URI.create(text);
    }
  }

  static final class SmtpConverter implements ITypeConverter<HostAndPort> {
    @Override
    public HostAndPort convert(String text) {
      int colon = text.lastIndexOf(':');
      var port = Numbers.parse(text.substring(colon + 1), 1, 65_535);
      if (colon < 1 || port.isEmpty()) {
        throw refused(text, "HOST:PORT");
      }
      return new HostAndPort(text.substring(0, colon), port.get());
    }
  }

  static final class PairConverter implements ITypeConverter<Map.Entry<String, String>> {
    @Override
    public Map.Entry<String, String> convert(String text) {
      int equals = text.indexOf('=');
      if (equals < 1) {
        throw refused(text, "NAME=VALUE");
      }
      return Map.entry(text.substring(0, equals), text.substring(equals + 1));
    }
  }
}
