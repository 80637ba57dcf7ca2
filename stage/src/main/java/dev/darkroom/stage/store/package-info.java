/**
 * Originals and processed media in S3, and the manifest's conditional commit.
 *
 * <p>{@link dev.darkroom.stage.store.ObjectStore} is the door to S3: it knows keys and bytes and
 * the conditions under which they are read and written. {@link dev.darkroom.stage.store.Manifests}
 * knows what a manifest may replace. Who writes what, and when, is decided by the stages.
 */
@NullMarked
package dev.darkroom.stage.store;

import org.jspecify.annotations.NullMarked;
