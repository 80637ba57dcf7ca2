package dev.darkroom.contract;

/**
 * An output that this original cannot have, though it completed: the video whose codec cannot be
 * decoded has no poster.
 *
 * @param name of the rendition that is not there, with an ending where only that one of its formats
 *     is not: {@code poster}, {@code large.webp}; or {@code animation}, where there is its first
 *     frame only
 * @param message for the person who uploaded it, with the facts of the case
 */
public record Missing(String name, ErrorCode code, String message) {
  public Missing(String name, Rejection reason) {
    this(name, reason.code(), reason.message());
  }
}
