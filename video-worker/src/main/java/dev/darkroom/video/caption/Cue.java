package dev.darkroom.video.caption;

/**
 * A text and when it is shown.
 *
 * @param from in milliseconds from the start of the movie
 * @param to in milliseconds from the start of the movie
 * @param text as WebVTT has it: markup, no blank lines and no arrows
 */
record Cue(long from, long to, String text) {
  /** Tells whether this one only goes on with the text of another. */
  boolean continues(Cue before) {
    return text.equals(before.text) && from == before.to;
  }
}
