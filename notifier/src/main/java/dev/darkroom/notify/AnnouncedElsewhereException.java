package dev.darkroom.notify;

import dev.darkroom.contract.ProcessedKey;
import java.time.Instant;

/** Another process is announcing this manifest and may still fail: look again later. */
final class AnnouncedElsewhereException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnnouncedElsewhereException(ProcessedKey key, Instant until) {
    super(key.key() + " is being announced by another process, until " + until + " at most");
  }
}
