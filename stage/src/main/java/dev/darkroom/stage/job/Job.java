package dev.darkroom.stage.job;

import dev.darkroom.contract.OriginalKey;
import dev.darkroom.stage.batch.Deadline;

/**
 * An original to process.
 *
 * @param etag of the version to process; no other may be read
 * @param size in bytes
 * @param outputs the only keys that may be written
 */
public record Job(
    OriginalKey original, String etag, long size, Deadline deadline, OutputKeys outputs) {}
