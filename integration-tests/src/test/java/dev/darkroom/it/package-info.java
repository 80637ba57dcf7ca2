/**
 * Tests what Darkroom promises from outside: a whole Darkroom runs in its own process, and the
 * tests talk to it as people and programs do, through REST, S3, SQS and SNS.
 *
 * <p>{@link dev.darkroom.it.Darkroom} is the harness; each journey is written once and runs on
 * every {@link dev.darkroom.it.Backend}. Tests of source, documents and architecture are in {@link
 * dev.darkroom.house}.
 */
@NullMarked
package dev.darkroom.it;

import org.jspecify.annotations.NullMarked;
