/**
 * The video worker: a function that turns uploaded videos into posters, storyboards, previews and
 * files that play while they download.
 *
 * <p>In come SQS batches of S3 events, which {@link dev.darkroom.video.VideoFunction} hands over;
 * out go objects in S3. {@link dev.darkroom.video.VideoPipeline} lists the steps. Each step is a
 * class in {@code step}; it calls {@code read} for ranges of the original, {@code still} and {@code
 * frame} for pictures of keyframes, {@code picture} for the files made of them, {@code caption} for
 * captions, {@code hls} for streams without loss, and {@code plan} for streams that other functions
 * code. The module {@code codecs} parses containers and codecs' headers, {@code engines} calls
 * native code, and {@code stage} reads batches and writes the manifest.
 */
@NullMarked
package dev.darkroom.video;

import org.jspecify.annotations.NullMarked;
