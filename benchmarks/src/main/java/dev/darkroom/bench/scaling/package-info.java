/**
 * Simulates the stages that code streams on AWS Lambda: {@link
 * dev.darkroom.bench.scaling.SimulatedFunction} is a queue with the function that reads it, {@link
 * dev.darkroom.bench.scaling.StreamSimulation} sends videos through two of them, and {@link
 * dev.darkroom.bench.scaling.ScalingBenchmark} prints the tables of {@code docs/SCALING.md}. Time
 * is simulated and chance is seeded, so the same costs give the same tables. What a unit of work
 * costs was measured by the benchmark in {@code dev.darkroom.bench.stream}.
 */
@NullMarked
package dev.darkroom.bench.scaling;

import org.jspecify.annotations.NullMarked;
