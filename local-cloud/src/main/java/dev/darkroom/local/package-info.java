/**
 * The whole of Darkroom in one process: a cloud on loopback (or an emulator elsewhere), the stack
 * that {@code infra/template.yaml} describes, and its functions.
 *
 * <p>Enters: {@link dev.darkroom.local.Options}. Leaves: a {@link
 * dev.darkroom.local.RunningDarkroom} and, in its data folder, the file {@code env} that tells any
 * other program where everything is. Lives elsewhere: each service ({@code s3}, {@code sqs}, {@code
 * sns}), creating resources ({@code provision}), running functions ({@code dev.darkroom.host}), the
 * command line for uploads ({@code cli}).
 */
@NullMarked
package dev.darkroom.local;

import org.jspecify.annotations.NullMarked;
