package dev.darkroom.bench.contender;

import java.time.Duration;

/**
 * One picture, once.
 *
 * @param cpu of all threads of the contender
 * @param bytes of all outputs together
 */
public record Turn(Duration cpu, Duration wall, long bytes) {}
