package dev.darkroom.infra;

/**
 * A subscriber the stack itself has.
 *
 * @param topic logical name
 * @param protocol as in {@code email}
 * @param endpoint what the protocol delivers to
 */
public record Subscription(String topic, String protocol, String endpoint) {}
