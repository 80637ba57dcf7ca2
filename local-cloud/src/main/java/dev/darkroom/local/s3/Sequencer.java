package dev.darkroom.local.s3;

import dev.darkroom.local.disk.DurableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Produces sequencers, which rise even across restarts and when the clock steps back. A file holds
 * an upper bound of all numbers given so far.
 */
final class Sequencer {
  private static final long RESERVE = TimeUnit.MINUTES.toMicros(10);

  private final Path file;
  private long last;
  private long bound;

  private Sequencer(Path file, long bound) {
    this.file = file;
    this.last = bound;
    this.bound = bound;
  }

  static Sequencer open(Path file) throws IOException {
    return new Sequencer(file, Files.exists(file) ? Long.parseLong(Files.readString(file), 16) : 0);
  }

  /** Returns the next number as 16 hexadecimal digits, usually the clock's microseconds. */
  synchronized String next() {
    last = Math.max(last + 1, TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()));
    if (last >= bound) {
      bound = last + RESERVE;
      try {
        DurableFile.write(file, Long.toHexString(bound).getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        throw new UncheckedIOException("The next event could not be numbered", e);
      }
    }
    return "%016X".formatted(last);
  }
}
