/**
 * Permits uploads straight into the bucket, one file each.
 *
 * <p>In comes the wish to upload a file; out goes a {@link
 * dev.darkroom.upload.ticket.UploadTicket}, a presigned PUT for exactly this file. {@link
 * dev.darkroom.upload.ticket.Tickets} keeps track of the ids that were given out and still await
 * their upload. What became of an upload is the business of {@code media}.
 */
@NullMarked
package dev.darkroom.upload.ticket;

import org.jspecify.annotations.NullMarked;
