/**
 * Builds hostile files: each is small, claims to be large, and is valid enough for a decoder to go
 * on. {@link dev.darkroom.image.hostile.Mutation} damages files at random, {@link
 * dev.darkroom.image.hostile.Spending} counts what reading one costs.
 */
@NullMarked
package dev.darkroom.image.hostile;

import org.jspecify.annotations.NullMarked;
