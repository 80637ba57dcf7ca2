/**
 * Tests what the project says of itself: who may depend on whom, that every promise has a test, how
 * source files look, and what the tasks {@code test} and {@code build engine-layer} do. They read
 * classes, source and documents, and start nothing of Darkroom; {@link dev.darkroom.it} does.
 */
@NullMarked
package dev.darkroom.house;

import org.jspecify.annotations.NullMarked;
