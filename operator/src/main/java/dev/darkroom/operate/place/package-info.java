/**
 * Finds the Darkroom that a command works on, and connects to its services.
 *
 * <p>{@link dev.darkroom.operate.place.LocalRun} reads the exports of {@code ./darkroom up}, {@link
 * dev.darkroom.operate.place.DeployedStack} the resources of a CloudFormation stack. Both give the
 * same {@link dev.darkroom.operate.place.Place}.
 */
@NullMarked
package dev.darkroom.operate.place;

import org.jspecify.annotations.NullMarked;
