package dev.darkroom.video.frame;

/**
 * What of a frame is decoded.
 *
 * @param edge of the longer side, in pixels; the shorter one may have 9/16 of it
 */
public record FrameLimits(int edge) {
  boolean allow(int width, int height) {
    return Math.max(width, height) <= edge && Math.min(width, height) <= edge * 9 / 16;
  }
}
