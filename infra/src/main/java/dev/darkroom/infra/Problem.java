package dev.darkroom.infra;

/** A fault of a template, with its place. */
public record Problem(Place place, String message) {
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
