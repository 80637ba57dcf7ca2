package dev.darkroom.video.step;

import dev.darkroom.stage.job.Job;
import dev.darkroom.video.read.RangedOriginal;

/** A job whose original can be read. */
public record Opened(Job job, RangedOriginal original) {}
