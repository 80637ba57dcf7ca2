package dev.darkroom.host.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The ahead-of-time cache of one function (JEP 483, 514 and 515). It holds loaded and linked
 * classes, which are most of the work of a cold start. The first process records what it does, and
 * writes the cache when it ends; later processes start from it. A process without a cache, or with
 * one that does not fit, starts without its help.
 */
final class AotCache {

  private final Path file;
  private final AtomicBoolean recording = new AtomicBoolean();

  /**
   * @param folder folder of all functions' caches
   * @param command the JVM's whole command line, because a cache fits one class path and one set of
   *     options
   */
  AotCache(Path folder, List<String> command) {
    String jvm = Runtime.version() + System.getProperty("java.home");
    this.file = folder.resolve(Sha256.ofText(jvm + "\n" + String.join("\n", command)) + ".aot");
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** JVM option to start from the cache. */
  String use() {
    return "-XX:AOTCache=" + file;
  }

  /**
   * Begins a recording for a process that is about to start. Returns empty if there is a cache, or
   * if another process is recording.
   */
  Optional<Recording> record() throws IOException {
    if (exists() || !recording.compareAndSet(false, true)) {
      return Optional.empty();
    }
    Files.createDirectories(file.getParent());
    String draft = "%s.%d".formatted(file.getFileName(), ProcessHandle.current().pid());
    return Optional.of(new Recording(file.resolveSibling(draft)));
  }

  /** A cache that is being made. */
  final class Recording {
    private final Path draft;

    private Recording(Path draft) {
      this.draft = draft;
    }

    /** JVM option to write the cache when the JVM exits by itself. */
    String option() {
      return "-XX:AOTCacheOutput=" + draft;
    }

    /** Puts a written cache to use. */
    void finish() throws IOException {
      if (Files.exists(draft)) {
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
    }

    /** Discards the recording, so that another process can make one. */
    void abandon() throws IOException {
      Files.deleteIfExists(draft);
      Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + ".config"));
      recording.set(false);
    }
  }
}
