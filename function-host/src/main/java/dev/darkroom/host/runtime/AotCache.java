package dev.darkroom.host.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The ahead-of-time cache of one function (JEP 483, 514 and 515): classes as a JVM has them once
 * they are loaded and linked, which is most of the work of a cold start. The first process records
 * what it does, and writes the cache when it ends; the next ones start from it. Without a cache, or
 * with one that does not fit, a process starts as it would otherwise.
 */
final class AotCache {

  private final Path file;
  private final AtomicBoolean recording = new AtomicBoolean();

  /**
   * @param folder holds the caches of all functions
   * @param command the JVM's whole command line: with another class path or other options it would
   *     be another cache
   */
  AotCache(Path folder, List<String> command) {
    String jvm = Runtime.version() + System.getProperty("java.home");
    this.file = folder.resolve(Sha256.ofText(jvm + "\n" + String.join("\n", command)) + ".aot");
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** The option that makes a JVM start from the cache. */
  String use() {
    return "-XX:AOTCache=" + file;
  }

  /**
   * A recording to be made by a process that is about to start; empty if there is a cache or
   * another process is at it.
   */
  Optional<Recording> record() throws IOException {
    if (exists() || !recording.compareAndSet(false, true)) {
      return Optional.empty();
    }
    Files.createDirectories(file.getParent());
    String draft = "%s.%d".formatted(file.getFileName(), ProcessHandle.current().pid());
    return Optional.of(new Recording(file.resolveSibling(draft)));
  }

  /** A cache being made. */
  final class Recording {
    private final Path draft;

    private Recording(Path draft) {
      this.draft = draft;
    }

    /** The option that makes a JVM write the cache when it ends by itself. */
    String option() {
      return "-XX:AOTCacheOutput=" + draft;
    }

    /** Makes a written cache the one that is used. */
    void finish() throws IOException {
      if (Files.exists(draft)) {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }

    /** Leaves it to another process. */
    void abandon() throws IOException {
      Files.deleteIfExists(draft);
      Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".config"));
      recording.set(false);
    }
  }
}
