package dev.darkroom.stage.store;

import java.time.Instant;

/**
 * What a listing tells of an object.
 *
 * @param etag without quotes
 * @param size in bytes
 */
public record StoredObject(String key, String etag, long size, Instant lastModified) {}
