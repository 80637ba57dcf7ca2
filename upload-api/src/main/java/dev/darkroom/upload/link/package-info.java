/**
 * Signs links with which clients read and write the bucket without credentials of their own.
 *
 * <p>In comes a key, out goes a URL. Nothing here calls S3: a link is computed from the function's
 * credentials and the bucket's address. Callers decide who may have which link.
 */
@NullMarked
package dev.darkroom.upload.link;

import org.jspecify.annotations.NullMarked;
