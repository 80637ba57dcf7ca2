package dev.darkroom.infra;

/**
 * A standard topic.
 *
 * @param displayName sender's name in mails, may be empty
 */
public record Topic(String logicalName, String displayName) {}
