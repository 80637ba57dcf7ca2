/**
 * Tells whoever asked how their uploads ended.
 *
 * <p>In come two sorts of events from two queues: of manifests that were written, and of originals
 * that no worker came to terms with. A manifest goes out to the topic once, as a mail for people
 * and JSON for programs ({@code notification.schema.json}); a given-up original gets a {@code
 * failed} manifest, whose own event then brings it here again. Who subscribes to the topic is not
 * known here.
 */
@NullMarked
package dev.darkroom.notify;

import org.jspecify.annotations.NullMarked;
