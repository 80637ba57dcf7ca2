package dev.darkroom.codec.webp;

import java.time.Duration;

/**
 * A frame of an animation, an {@code ANMF} chunk (2.7.1.1). Its rectangle lies within the canvas.
 *
 * @param x of its left edge on the canvas, in pixels; even
 * @param blended whether it is laid over what is there; else it replaces that, alpha too
 * @param disposed whether its rectangle is cleared before the next frame comes
 * @param start where in the file its bitstream's chunks begin: alpha, if any, and colors
 * @param length of them, in bytes
 */
public record WebpFrame(
    int x,
    int y,
    int width,
    int height,
    Duration duration,
    boolean blended,
    boolean disposed,
    int start,
    int length) {}
