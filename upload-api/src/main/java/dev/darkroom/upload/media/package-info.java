/**
 * What became of the uploads: status, listing, deletion and processing again.
 *
 * <p>All of it is derived from the bucket at the moment of asking: a manifest says how an upload
 * ended, an original without one waits in a queue. Owners see their own media only, since every key
 * that is read or deleted here starts with the caller's. How originals get there is the business of
 * the package above.
 */
@NullMarked
package dev.darkroom.upload.media;

import org.jspecify.annotations.NullMarked;
