/**
 * The words that all stages share: ids, owners, keys, formats, manifests, outcomes and error codes.
 *
 * <p>Values only, which need nothing but the JDK. Nothing is read or written here: module {@code
 * stage} takes events from queues ({@code batch}), and stores and reads manifests ({@code store}).
 */
@NullMarked
package dev.darkroom.contract;

import org.jspecify.annotations.NullMarked;
