/**
 * The words every stage shares: ids, owners, keys, formats, manifests, outcomes and error codes.
 *
 * <p>Values only, made of the JDK alone. Nothing here reads or writes; how these values travel is
 * the business of {@code batch} (in from queues) and {@code store} (in and out of S3).
 */
@NullMarked
package dev.darkroom.contract;

import org.jspecify.annotations.NullMarked;
