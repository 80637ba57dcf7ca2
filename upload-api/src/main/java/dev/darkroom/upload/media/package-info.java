/**
 * Serves {@code /media}: takes uploads, and finds, lists, deletes and reprocesses them.
 *
 * <p>In come requests, out go views with links. Everything is derived from the bucket at the moment
 * of the request: a manifest says how an upload ended, an original without one waits in a queue, a
 * ticket without an original awaits its upload. Owners see their own media only, because every key
 * that is read or deleted here contains the caller's owner. Bodies are checked and stored by {@code
 * intake}, tickets are kept by {@code ticket}.
 */
@NullMarked
package dev.darkroom.upload.media;

import org.jspecify.annotations.NullMarked;
