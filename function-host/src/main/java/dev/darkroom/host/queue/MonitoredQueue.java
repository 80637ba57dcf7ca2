package dev.darkroom.host.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A queue whose depth is measured, whether or not it feeds a function.
 *
 * @param name value of the label {@code queue}
 * @param oldest when the oldest message was sent; empty if there is none, or if nobody knows
 */
public record MonitoredQueue(String name, String url, Supplier<Optional<Instant>> oldest) {}
