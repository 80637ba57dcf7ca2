package dev.darkroom.bench.contender;

import java.time.Duration;

/**
 * What a contender needed to process a picture once.
 *
 * @param cpu CPU time of all threads of the contender
 * @param bytes total size of all outputs
 */
public record Measurement(Duration cpu, Duration wall, long bytes) {}
