package dev.darkroom.image.step;

import java.time.Duration;

/**
 * Up to where an animation moves in its renditions; of one that asks for more there is the first
 * frame.
 *
 * @param frames shown one after the other
 * @param pixels of all frames together
 * @param time for all of them, wall clock
 */
public record AnimationLimits(int frames, long pixels, Duration time) {}
