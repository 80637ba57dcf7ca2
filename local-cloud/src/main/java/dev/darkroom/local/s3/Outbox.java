package dev.darkroom.local.s3;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps intents on disk, one file each. An intent is added before its write and removed when every
 * queue has its message. If the process is killed in between, the next one finds the intent.
 */
final class Outbox {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  private Outbox(Path folder) {
    this.folder = folder;
  }

  static Outbox open(Path folder) throws IOException {
    return new Outbox(Files.createDirectories(folder));
  }

  void add(Intent intent) {
    try {
      Files.write(file(intent), JSON.writeValueAsBytes(intent));
    } catch (IOException e) {
      throw new UncheckedIOException("The event of a write could not be noted", e);
    }
  }

  void remove(Intent intent) {
    try {
      Files.deleteIfExists(file(intent));
    } catch (IOException e) {
      throw new UncheckedIOException("A sent event could not be taken off the outbox", e);
    }
  }

  /** Reads the intents that an earlier process left, in the order of their sequencers. */
  List<Intent> left() throws IOException {
    var intents = new ArrayList<Intent>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        try {
          intents.add(JSON.readValue(Files.readAllBytes(file), Intent.class));
        } catch (JacksonException e) {
          // The process was killed while it noted the intent, before the write.
          Files.delete(file);
        }
      }
    }
    return intents;
  }

  private Path file(Intent intent) {
    return folder.resolve(intent.sequencer() + ".json");
  }
}
