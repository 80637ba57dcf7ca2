package dev.darkroom.contract;

/**
 * One output. There may be several of one name, in formats that differ by content type.
 *
 * @param name what it is: {@code large}, {@code thumb}, {@code poster}, …; one name may come in
 *     several content types
 * @param key below {@code processed/}; the original's own where that serves as it is
 * @param width in pixels, 0 of what is no picture
 * @param height likewise
 * @param size in bytes
 */
public record Rendition(
    String name, String key, String contentType, int width, int height, long size) {}
