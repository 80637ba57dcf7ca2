/**
 * Copies the pictures and sound of a stranger's container into an MP4 or QuickTime file, so that
 * the rest of the house reads one kind of file only.
 *
 * <p>In comes a {@link dev.darkroom.engine.rewrap.Container} as bytes; out goes a file with its
 * index at the end. {@link dev.darkroom.engine.rewrap.Rewrapper} runs ffmpeg twice: first to list
 * the streams ({@link dev.darkroom.engine.rewrap.Streams}), then with what {@link
 * dev.darkroom.engine.rewrap.Recipe} makes of them. Codecs that these files hold are copied bit by
 * bit; others are coded once.
 *
 * <p>The process is sandboxed like every engine of {@code engine.ffmpeg}; the demuxer is named, so
 * that ffmpeg guesses none, and no other is allowed.
 */
@NullMarked
package dev.darkroom.engine.rewrap;

import org.jspecify.annotations.NullMarked;
