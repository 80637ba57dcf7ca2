package dev.darkroom.video.step;

import dev.darkroom.contract.MediaFormat;
import dev.darkroom.video.read.RangedOriginal;

/** An original in a format whose index can be read. */
public record Identified(RangedOriginal original, MediaFormat format) {}
