/**
 * Announces how uploads ended.
 *
 * <p>In come events from two queues: of manifests that were written, and of originals that no
 * worker could process. A manifest is published to the topic once, or again if a notifier dies
 * while it publishes, as a mail for people and as JSON for programs ({@code
 * notification.schema.json}). An original that was given up gets a {@code failed} manifest, whose
 * own event then comes here. Who subscribes to the topic is not known here.
 */
@NullMarked
package dev.darkroom.notify;

import org.jspecify.annotations.NullMarked;
