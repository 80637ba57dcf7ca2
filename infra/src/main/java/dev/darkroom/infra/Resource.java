package dev.darkroom.infra;

/**
 * A resource whose condition holds.
 *
 * @param properties evaluated properties
 */
record Resource(String logicalName, String type, Place place, Value properties) {}
