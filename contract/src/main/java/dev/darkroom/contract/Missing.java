package dev.darkroom.contract;

/**
 * An output that a completed upload lacks, and why: a video whose codec cannot be decoded has no
 * poster.
 *
 * @param name the rendition's name, like {@code poster}; with an ending if only one of its formats
 *     is missing, like {@code large.webp}; {@code animation} if only the first frame was made,
 *     {@code pages} if only the first page was; or {@code raw} if a camera's preview was shown
 * @param message for the person who uploaded the file, with the facts of the case
 */
public record Missing(String name, ErrorCode code, String message) {
  public Missing(String name, Rejection reason) {
    this(name, reason.code(), reason.message());
  }
}
