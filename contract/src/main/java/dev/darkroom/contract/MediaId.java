package dev.darkroom.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The id of an upload: 26 characters of Crockford's base 32, of which 10 are time and 16 random.
 *
 * <p>The time part is {@code 2^48 - 1 - epoch milliseconds}, so that S3's ascending listings are
 * newest first.
 */
public record MediaId(String value) {
  private static final String ALPHABET = Fingerprint.ALPHABET;
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{26}");
  private static final int TIME_LENGTH = 10;
  private static final int RANDOM_LENGTH = 16;
  private static final long MAX_MILLIS = (1L << 48) - 1;

  public MediaId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a media id: " + value);
    }
  }

  public static boolean isValid(String value) {
    return SHAPE.matcher(value).matches();
  }

  /** Draws a new id; 80 random bits make it unique and impossible to guess. */
  public static MediaId next(Instant now, RandomGenerator random) {
    var id = new StringBuilder(TIME_LENGTH + RANDOM_LENGTH);
    appendTime(id, now);
    for (int i = 0; i < RANDOM_LENGTH; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new MediaId(id.toString());
  }

  /**
   * Derives the id of an original that was dropped into the bucket without one. A key always gives
   * the same id: a repeated event finds the same outputs, and a file that is dropped over another
   * replaces it. The time part is a hash too and means nothing.
   */
  public static MediaId derived(String key) {
    return new MediaId(Fingerprint.of(key.getBytes(UTF_8), TIME_LENGTH + RANDOM_LENGTH));
  }

  /** Time at which the id was drawn, to the millisecond; meaningless for derived ids. */
  public Instant createdAt() {
    long inverted = 0;
    for (int i = 0; i < TIME_LENGTH; i++) {
      inverted = inverted << 5 | ALPHABET.indexOf(value.charAt(i));
    }
    return Instant.ofEpochMilli(MAX_MILLIS - (inverted & MAX_MILLIS));
  }

  private static void appendTime(StringBuilder id, Instant now) {
    long inverted = MAX_MILLIS - (now.toEpochMilli() & MAX_MILLIS);
    for (int shift = 5 * (TIME_LENGTH - 1); shift >= 0; shift -= 5) {
      id.append(ALPHABET.charAt((int) (inverted >>> shift) & 31));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
