package dev.darkroom.contract;

/**
 * One output.
 *
 * @param name what it is: {@code large}, {@code thumb}, {@code poster}, …
 * @param size in bytes
 */
public record Rendition(
    String name, String key, String contentType, int width, int height, long size) {}
