/**
 * Pictures that Java cannot decode: keyframes of HEVC, AV1, VP9 and the rarer kinds of H.264, by an
 * ffmpeg process that sees nothing but them.
 *
 * <p>In come a codec's set-up and coded frames, each decodable without others; they are written as
 * a fragmented MP4 of our own into the process, whose raw frames come back with their numbers. No
 * file, no address and no container of a stranger reaches it. Whatever it does, {@link
 * dev.darkroom.engine.ffmpeg.KeyframeEngine#decode} ends in time with an {@link
 * dev.darkroom.engine.ffmpeg.EngineResult}. Which samples are keyframes is the business of {@code
 * codec.mp4} and {@code codec.heif}; what is done with the pictures, that of the callers.
 */
@NullMarked
package dev.darkroom.engine.ffmpeg;

import org.jspecify.annotations.NullMarked;
