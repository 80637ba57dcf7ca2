/**
 * The image worker against its peers. {@link dev.darkroom.bench.image.ImageBenchmark} drives one
 * process for each contender and picture, in turns, so that a noisy machine is noisy to all.
 */
@NullMarked
package dev.darkroom.bench.image;

import org.jspecify.annotations.NullMarked;
