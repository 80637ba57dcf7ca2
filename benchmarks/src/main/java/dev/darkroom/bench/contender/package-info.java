/**
 * Processes that do the same work side by side. {@link dev.darkroom.bench.contender.Contender} is
 * the driver's end of one that stays, {@link dev.darkroom.bench.contender.Serving} its own; {@link
 * dev.darkroom.bench.contender.Child} measures programs that are started anew for each piece of
 * work.
 */
@NullMarked
package dev.darkroom.bench.contender;

import org.jspecify.annotations.NullMarked;
