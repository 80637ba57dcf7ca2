/** Reads a plan's source and inputs by ranges. */
@NullMarked
package dev.darkroom.stream.read;

import org.jspecify.annotations.NullMarked;
