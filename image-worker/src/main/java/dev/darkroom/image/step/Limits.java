package dev.darkroom.image.step;

import java.time.Duration;

/**
 * What a picture may ask for; checked on its header's figures before anything is allocated.
 *
 * @param maxBytes of the file
 * @param maxPixels of one frame
 * @param maxEdge width or height, in pixels
 * @param maxFrames shown one after the other, or pages
 * @param memory bytes of heap that one picture may take
 * @param decodeTime wall clock
 */
public record Limits(
    long maxBytes, long maxPixels, int maxEdge, int maxFrames, long memory, Duration decodeTime) {}
