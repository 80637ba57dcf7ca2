/**
 * How alike two pictures are, and what to look at where they are not; nothing of it knows the
 * pipeline.
 */
@NullMarked
package dev.darkroom.image.golden;

import org.jspecify.annotations.NullMarked;
