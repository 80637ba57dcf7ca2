package dev.darkroom.image.step;

import java.time.Duration;

/**
 * Largest picture that is processed; checked by the header before anything is allocated.
 *
 * @param maxBytes largest file, in bytes
 * @param maxPixels most pixels of one frame
 * @param maxJpegPixels most pixels of a JPEG, which is decoded no larger than needed
 * @param maxEdge longest side, in pixels
 * @param maxFrames most frames of an animation, or pages of a document
 * @param maxTotalPixels most pixels of all frames of an animation, or passes of a JPEG, together
 * @param memory most memory for one picture, in bytes
 * @param function memory of the whole function, in bytes; {@link Long#MAX_VALUE} if unknown
 * @param decodeTime longest time for decoding, wall clock
 */
public record Limits(
    long maxBytes,
    long maxPixels,
    long maxJpegPixels,
    int maxEdge,
    int maxFrames,
    long maxTotalPixels,
    long memory,
    long function,
    Duration decodeTime) {}
