package dev.darkroom.engine.ffmpeg;

import java.time.Duration;

/**
 * Limits of one process of the engine.
 *
 * @param time wall-clock time
 * @param cpuSeconds CPU time in seconds
 * @param addressSpace in bytes; libraries and stacks take about 0.5 GB of it
 * @param inputBytes most bytes that are written into it
 * @param outputBytes most bytes that are read from it
 */
public record ProcessLimits(
    Duration time, int cpuSeconds, long addressSpace, long inputBytes, long outputBytes) {}
