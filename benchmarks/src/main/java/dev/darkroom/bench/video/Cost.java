package dev.darkroom.bench.video;

import java.time.Duration;

/**
 * What a poster and a storyboard cost.
 *
 * @param bytes received from S3
 * @param requests to S3
 * @param peakMemory peak resident memory in bytes of the largest process
 */
record Cost(String name, Duration cpu, Duration wall, long bytes, long requests, long peakMemory) {}
