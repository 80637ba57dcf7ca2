/**
 * Writes playlists for HTTP Live Streaming (RFC 8216): media playlists of byte ranges of one file,
 * and the master playlist that offers them.
 *
 * <p>Text only. The files that they name are written with {@link dev.darkroom.codec.mp4}.
 */
@NullMarked
package dev.darkroom.codec.hls;

import org.jspecify.annotations.NullMarked;
