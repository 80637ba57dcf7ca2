/**
 * The commands of the person who operates a Darkroom.
 *
 * <p>Each command is a class that picocli fills from the command line. It works on a {@link
 * dev.darkroom.operate.place.Place}: the local run, whose addresses come from its exports, or a
 * stack in AWS.
 */
@NullMarked
package dev.darkroom.operate;

import org.jspecify.annotations.NullMarked;
