/**
 * The function that takes uploads: over REST into the bucket, or by a signed permission to put them
 * there.
 *
 * <p>In comes a file or the wish to upload one; out goes an original in the bucket, from where S3's
 * event carries on, or an {@link dev.darkroom.upload.UploadTicket}. What became of an upload is the
 * business of {@code media}, links are signed in {@code link}, what goes wrong is told in {@code
 * http}, and people find it all on the {@code page}.
 */
@NullMarked
package dev.darkroom.upload;

import org.jspecify.annotations.NullMarked;
