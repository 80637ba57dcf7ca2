package dev.darkroom.host.runtime;

import org.jspecify.annotations.Nullable;

/**
 * A process, for operators.
 *
 * @param state {@code starting}, {@code idle} or {@code busy}
 * @param requestId id of its event, if it is busy
 */
public record ProcessView(long pid, String state, @Nullable String requestId) {}
