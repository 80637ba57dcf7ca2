/**
 * What Darkroom promises, proven from outside: a whole Darkroom runs as its own process, and the
 * tests speak to it as people and programs do, through REST, S3, SQS and SNS.
 *
 * <p>{@link dev.darkroom.it.Darkroom} is the harness; every journey is written once and runs on
 * each {@link dev.darkroom.it.Backend}.
 */
@NullMarked
package dev.darkroom.it;

import org.jspecify.annotations.NullMarked;
