package dev.darkroom.infra;

/** One fault of a template, and where it stands. */
public record Problem(Place place, String message) {
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
