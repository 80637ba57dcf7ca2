/**
 * The stream worker: a function that codes videos in segments, many at once, and joins them to
 * streams that play everywhere.
 *
 * <p>In come SQS batches of tasks, which {@link dev.darkroom.stream.StreamFunction} hands over to
 * {@link dev.darkroom.stream.StreamRunner}. The video worker has planned them: their plan and
 * inputs are in the upload's work folder. A part is coded by {@code code}, and stored in the
 * folder; whoever stores the last one sends the task to finish, which assembles the parts ({@code
 * assemble}) and commits the manifest. The module {@code engines} runs ffmpeg.
 */
@NullMarked
package dev.darkroom.stream;

import org.jspecify.annotations.NullMarked;
