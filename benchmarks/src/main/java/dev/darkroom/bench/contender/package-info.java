/**
 * Starts and measures processes that do the same work side by side. {@link
 * dev.darkroom.bench.contender.Contender} is the driver's end of a process that serves many
 * requests, {@link dev.darkroom.bench.contender.Serving} the process's own; {@link
 * dev.darkroom.bench.contender.Child} measures programs that are started once per picture. What the
 * contenders do is in the packages for images and video.
 */
@NullMarked
package dev.darkroom.bench.contender;

import org.jspecify.annotations.NullMarked;
