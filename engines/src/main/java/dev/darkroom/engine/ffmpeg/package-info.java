/**
 * Runs ffmpeg in a sandbox, and decodes keyframes of HEVC, AV1, VP9, the rarer kinds of H.264 and
 * the codecs of QuickTime and of early MP4 files by it.
 *
 * <p>{@link dev.darkroom.engine.ffmpeg.PipeEngine} runs any work that turns bytes into bytes. In
 * come ffmpeg's arguments, a writer of its input and a stream for its output; out comes a {@link
 * dev.darkroom.engine.ffmpeg.PipeResult} in time, whatever the process does.
 *
 * <p>{@link dev.darkroom.engine.ffmpeg.KeyframeEngine} decodes. In come a decoder configuration
 * ({@link dev.darkroom.engine.ffmpeg.CodecSetup}) and coded frames that depend on no others ({@link
 * dev.darkroom.engine.ffmpeg.FrameSource}). Out come raw frames with their numbers ({@link
 * dev.darkroom.engine.ffmpeg.FrameSink}) and an {@link dev.darkroom.engine.ffmpeg.EngineResult}.
 *
 * <p>The sandbox: ffmpeg may use no protocol but pipes, so it reads its standard input and writes
 * its standard output. The input of keyframes is a fragmented MP4 written here, so no container of
 * a stranger reaches their decoder. Its environment holds nothing of ours. The shell limits its CPU
 * time and addresses and forbids it to write files and core dumps; a clock kills it at the
 * deadline.
 *
 * <p>This package starts processes and calls no native code, so it needs no native-image
 * configuration. Which samples are keyframes is found by {@code codec.mp4} and {@code codec.heif};
 * callers turn frames into pictures.
 */
@NullMarked
package dev.darkroom.engine.ffmpeg;

import org.jspecify.annotations.NullMarked;
