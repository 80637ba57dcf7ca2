/**
 * Loads what a function's first event needs while the function starts.
 *
 * <p>In come the function's own calls to its libraries and services; {@link
 * dev.darkroom.stage.warmup.WarmUp} makes them and lets the function start whatever becomes of
 * them. Which calls are worth making is each function's own.
 */
@NullMarked
package dev.darkroom.stage.warmup;

import org.jspecify.annotations.NullMarked;
