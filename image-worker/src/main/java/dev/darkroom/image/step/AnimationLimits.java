package dev.darkroom.image.step;

import java.time.Duration;

/**
 * Largest animation that moves in its renditions; of a larger one they show the first frame.
 *
 * @param frames number of frames
 * @param pixels pixels of all frames together
 * @param time longest time for all frames, wall clock
 */
public record AnimationLimits(int frames, long pixels, Duration time) {}
