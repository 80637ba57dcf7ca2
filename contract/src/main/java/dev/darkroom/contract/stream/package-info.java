/**
 * What the video worker and the stream worker agree on: how a video is coded in parts, and which
 * task codes which part.
 *
 * <p>Values only. The video worker plans; module {@code stage} stores plans and sends tasks; the
 * stream worker does them.
 */
@NullMarked
package dev.darkroom.contract.stream;

import org.jspecify.annotations.NullMarked;
