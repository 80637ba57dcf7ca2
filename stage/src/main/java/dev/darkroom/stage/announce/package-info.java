/**
 * Keeps beside each manifest how far its announcement is.
 *
 * <p>The notifier writes {@link dev.darkroom.stage.announce.Marker}s, and the reconciler reads them
 * to find manifests that nobody announced.
 */
@NullMarked
package dev.darkroom.stage.announce;

import org.jspecify.annotations.NullMarked;
