/**
 * Builds files that want to hurt: each is small, says that it is large, and is right where it has
 * to be for a decoder to go on. {@link dev.darkroom.image.hostile.Mutation} damages files at
 * random, {@link dev.darkroom.image.hostile.Spending} counts what reading one costs.
 */
@NullMarked
package dev.darkroom.image.hostile;

import org.jspecify.annotations.NullMarked;
