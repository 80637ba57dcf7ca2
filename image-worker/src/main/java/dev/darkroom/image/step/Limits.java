package dev.darkroom.image.step;

import java.time.Duration;

/**
 * What a picture may ask for; checked on its header's figures before anything is allocated.
 *
 * @param maxBytes of the file
 * @param maxPixels of one frame
 * @param maxJpegPixels of a JPEG, which is decoded no larger than it is needed
 * @param maxEdge width or height, in pixels
 * @param maxFrames shown one after the other, or pages
 * @param maxTotalPixels of all frames of an animation together
 * @param memory bytes that one picture may take
 * @param decodeTime wall clock
 */
public record Limits(
    long maxBytes,
    long maxPixels,
    long maxJpegPixels,
    int maxEdge,
    int maxFrames,
    long maxTotalPixels,
    long memory,
    Duration decodeTime) {}
