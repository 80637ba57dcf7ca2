/**
 * Signs links by which a client reads from and writes to the bucket without credentials of its own.
 *
 * <p>Nothing here calls S3: a link is computed from the function's credentials and the address that
 * clients reach the bucket at. Who may have a link to what is decided by whoever asks for it.
 */
@NullMarked
package dev.darkroom.upload.link;

import org.jspecify.annotations.NullMarked;
