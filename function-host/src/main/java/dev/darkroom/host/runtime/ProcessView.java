package dev.darkroom.host.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A process as an operator sees it.
 *
 * @param state {@code starting}, {@code idle} or {@code busy}
 * @param requestId of the event it has, if busy
 */
public record ProcessView(long pid, String state, @Nullable String requestId) {}
