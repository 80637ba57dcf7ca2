package dev.darkroom.infra;

/**
 * A subscription that the stack declares.
 *
 * @param topic logical name of the topic
 * @param protocol protocol, such as {@code email}
 * @param endpoint address in the protocol
 */
public record Subscription(String topic, String protocol, String endpoint) {}
