package dev.darkroom.video.step;

import dev.darkroom.contract.MediaFormat;
import dev.darkroom.stage.job.Job;
import dev.darkroom.video.read.RangedOriginal;

/** A job whose original is of a format with an index that can be read. */
public record Identified(Job job, RangedOriginal original, MediaFormat format) {}
