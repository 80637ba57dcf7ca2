package dev.darkroom.video.picture;

/**
 * A file to be stored.
 *
 * @param name as in the manifest
 * @param fileName as in the key
 * @param width in pixels, 0 of what is no picture
 * @param height likewise
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record PictureFile(
    String name, String fileName, String contentType, int width, int height, byte[] bytes) {}
