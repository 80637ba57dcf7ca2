package dev.darkroom.contract;

import org.jspecify.annotations.Nullable;

/**
 * What a page shows until the picture is loaded.
 *
 * @param color dominant color, {@code #rrggbb}
 * @param thumbHash base64 of a ThumbHash
 */
public record Placeholder(@Nullable String color, @Nullable String thumbHash) {}
