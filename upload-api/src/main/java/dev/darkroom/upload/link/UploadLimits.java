package dev.darkroom.upload.link;

import java.time.Duration;

/**
 * How much is taken, and for how long a link is good.
 *
 * @param maxUploadSize of a presigned upload, in bytes
 * @param maxBodySize of a file in a request's body, in bytes
 * @param uploadValidity how long a presigned upload may begin
 * @param linkValidity how long links to media can be followed
 */
public record UploadLimits(
    long maxUploadSize, long maxBodySize, Duration uploadValidity, Duration linkValidity) {}
