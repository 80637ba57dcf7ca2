/**
 * How fast a running Darkroom is, measured from outside. Each benchmark is a program; {@code
 * ./darkroom bench} starts what it measures.
 */
@NullMarked
package dev.darkroom.bench;

import org.jspecify.annotations.NullMarked;
