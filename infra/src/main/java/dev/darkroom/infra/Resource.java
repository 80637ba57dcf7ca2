package dev.darkroom.infra;

/**
 * One resource whose condition holds.
 *
 * @param properties worked out, not yet typed
 */
record Resource(String logicalName, String type, Place place, Value properties) {}
