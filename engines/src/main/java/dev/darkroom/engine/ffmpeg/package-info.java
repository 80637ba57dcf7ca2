/**
 * Decodes keyframes of HEVC, AV1, VP9, the rarer kinds of H.264 and the codecs of QuickTime and of
 * early MP4 files in a sandboxed ffmpeg process.
 *
 * <p>In come a decoder configuration ({@link dev.darkroom.engine.ffmpeg.CodecSetup}) and coded
 * frames that depend on no others ({@link dev.darkroom.engine.ffmpeg.FrameSource}). Out come raw
 * frames with their numbers ({@link dev.darkroom.engine.ffmpeg.FrameSink}) and, whatever the
 * process does, an {@link dev.darkroom.engine.ffmpeg.EngineResult} in time.
 *
 * <p>The sandbox: ffmpeg may use no protocol but pipes, so it reads its standard input and writes
 * its standard output. Its input is a fragmented MP4 written here, so no container of a stranger
 * reaches it. Its environment holds nothing of ours. The shell limits its CPU time and addresses
 * and forbids it to write files and core dumps; a clock kills it at the deadline.
 *
 * <p>This package starts processes and calls no native code, so it needs no native-image
 * configuration. Which samples are keyframes is found by {@code codec.mp4} and {@code codec.heif};
 * callers turn frames into pictures.
 */
@NullMarked
package dev.darkroom.engine.ffmpeg;

import org.jspecify.annotations.NullMarked;
