package dev.darkroom.contract;

import java.util.Locale;

/** The worker that processes an upload; also the second segment of its key. */
public enum MediaKind {
  IMAGE,
  VIDEO;

  /** The other worker's kind. */
  public MediaKind other() {
    return this == IMAGE ? VIDEO : IMAGE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
