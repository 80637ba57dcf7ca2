/**
 * Compares the stages that code streams with one ffmpeg process that makes the same sizes of the
 * same video with the same settings: CPU time, bytes, similarity to the original, time until it
 * plays, and cost. A Darkroom of its own runs for each number of workers. What a unit of work costs
 * goes from here to {@link dev.darkroom.bench.scaling}.
 */
@NullMarked
package dev.darkroom.bench.stream;

import org.jspecify.annotations.NullMarked;
