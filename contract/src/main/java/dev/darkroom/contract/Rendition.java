package dev.darkroom.contract;

/**
 * An output, as stored. Several may share a name and differ in content type.
 *
 * @param name its role: {@code large}, {@code thumb}, {@code poster}, …
 * @param key below {@code processed/}, or the original's own key if it is served as it is
 * @param width in pixels; 0 if the output is not a picture
 * @param height in pixels; 0 if the output is not a picture
 * @param size in bytes
 */
public record Rendition(
    String name, String key, String contentType, int width, int height, long size) {}
