/**
 * Takes files that come in a request's body into the bucket.
 *
 * <p>In come a file's name and bytes; {@link dev.darkroom.upload.intake.Intake} stores them as an
 * original under a new id, from where S3's event carries on, or refuses them with a reason. Files
 * that go straight into the bucket need a ticket from {@code ticket} instead.
 */
@NullMarked
package dev.darkroom.upload.intake;

import org.jspecify.annotations.NullMarked;
