package dev.darkroom.infra;

/**
 * A standard topic.
 *
 * @param displayName name of the sender of mails; may be empty
 */
public record Topic(String logicalName, String displayName) {}
