package dev.darkroom.video.frame;

/**
 * Limits the size of frames that are decoded.
 *
 * @param edge maximum length of the longer side, in pixels; the shorter side may have 9/16 of it
 */
public record FrameLimits(int edge) {
  boolean allow(int width, int height) {
    return Math.max(width, height) <= edge && Math.min(width, height) <= edge * 9 / 16;
  }
}
