package dev.darkroom.video.step;

import dev.darkroom.contract.MediaFormat;
import dev.darkroom.video.read.RangedOriginal;

/**
 * A video whose format is known.
 *
 * @param original what is read from here on
 * @param format of the original
 * @param readAs format of what is read, which differs if the original was rewrapped
 */
public record Identified(RangedOriginal original, MediaFormat format, MediaFormat readAs) {}
