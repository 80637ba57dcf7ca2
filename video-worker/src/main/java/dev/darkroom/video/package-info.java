/**
 * The video worker: a function that turns video jobs into posters and manifests.
 *
 * <p>In come SQS batches of S3 events; {@link dev.darkroom.video.VideoFunction} hands them over,
 * {@link dev.darkroom.video.VideoPipeline} lists the steps. What a step does is in {@code step};
 * how originals are read in {@code read}; how frames become pictures in {@code frame}. Containers
 * and codecs' headers are known to the module {@code codecs}, batches and manifests to {@code
 * contract}.
 */
@NullMarked
package dev.darkroom.video;

import org.jspecify.annotations.NullMarked;
