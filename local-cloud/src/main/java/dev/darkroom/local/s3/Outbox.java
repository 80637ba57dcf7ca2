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
 * Intents on disk, a file each. One is added before its write and taken away when every queue has
 * its message, so that a process killed in between leaves the intent to the next one.
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

  /** What an earlier process left, in the order of the sequencers. */
  List<Intent> left() throws IOException {
    var intents = new ArrayList<Intent>();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        try {
          intents.add(JSON.readValue(Files.readAllBytes(file), Intent.class));
        } catch (JacksonException e) {
          // Killed while it was noted, so before the write it speaks of.
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
