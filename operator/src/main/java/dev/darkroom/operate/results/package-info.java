/**
 * Walks through the results of all uploads, as listings of the bucket give them.
 *
 * <p>{@link dev.darkroom.operate.results.ResultWalk} lists manifests by owner, newest uploads
 * first, and reads those that a command wants.
 */
@NullMarked
package dev.darkroom.operate.results;

import org.jspecify.annotations.NullMarked;
