/**
 * Stores originals and outputs in S3, and commits manifests conditionally.
 *
 * <p>{@link dev.darkroom.stage.store.ObjectStore} reads and writes objects under conditions; {@link
 * dev.darkroom.stage.store.Manifests} knows which manifest may replace which; {@link
 * dev.darkroom.stage.store.JobQueues} sends jobs. The stages decide who writes what, and when.
 */
@NullMarked
package dev.darkroom.stage.store;

import org.jspecify.annotations.NullMarked;
