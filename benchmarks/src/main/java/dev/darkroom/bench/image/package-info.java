/**
 * Compares the image worker with its peers. {@link dev.darkroom.bench.image.ImageBenchmark} drives
 * one process per contender and picture in turns, so that noise on the machine affects all of them
 * alike. Video is measured in a package of its own.
 */
@NullMarked
package dev.darkroom.bench.image;

import org.jspecify.annotations.NullMarked;
