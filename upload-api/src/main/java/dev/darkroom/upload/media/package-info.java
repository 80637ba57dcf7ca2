/**
 * Serves {@code /media}: takes uploads, and finds, lists, deletes and reprocesses them.
 *
 * <p>In come requests, out go views with links. Everything is derived from the bucket at the moment
 * of the request: a manifest says how an upload ended, an original without one waits in a queue, a
 * ticket without an original awaits its upload. Owners see their own media only, because whatever
 * is listed or looked up has the caller's owner in its key; an original that lies elsewhere is
 * reached only through its owner's manifest. Bodies are checked and stored by {@code intake},
 * tickets are kept by {@code ticket}.
 */
@NullMarked
package dev.darkroom.upload.media;

import org.jspecify.annotations.NullMarked;
