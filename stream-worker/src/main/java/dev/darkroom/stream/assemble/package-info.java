/**
 * Joins the parts of a stream: a file for each rung, and the playlists.
 *
 * <p>In come a plan and the parts in its work folder; out go renditions in the store.
 */
@NullMarked
package dev.darkroom.stream.assemble;

import org.jspecify.annotations.NullMarked;
