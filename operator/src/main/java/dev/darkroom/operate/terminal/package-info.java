/**
 * What a command shows a person while it works, and how fast it may.
 *
 * <p>Results go to standard output, progress and faults to standard error.
 */
@NullMarked
package dev.darkroom.operate.terminal;

import org.jspecify.annotations.NullMarked;
