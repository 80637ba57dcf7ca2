/**
 * Runs all of Darkroom on one machine: a cloud on loopback or an emulator, the stack that {@code
 * infra/template.yaml} describes, and its functions.
 *
 * <p>Enters: a command line, read into {@link dev.darkroom.local.Options}. Leaves: a {@link
 * dev.darkroom.local.RunningDarkroom} and, in its data folder, the file {@code env} with every
 * address for other programs. Lives elsewhere: each service ({@code s3}, {@code sqs}, {@code sns}),
 * the account they play ({@code account}) and their files ({@code disk}), creating resources
 * ({@code provision}), running functions ({@code dev.darkroom.host}), uploading from the command
 * line ({@code cli}).
 */
@NullMarked
package dev.darkroom.local;

import org.jspecify.annotations.NullMarked;
