package dev.darkroom.video.picture;

import dev.darkroom.contract.Rendition;
import java.nio.charset.StandardCharsets;

/**
 * A file to be stored.
 *
 * @param name of the rendition in the manifest
 * @param fileName last part of its key
 * @param width in pixels, 0 if the file is not a picture
 * @param height in pixels, 0 if the file is not a picture
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record OutputFile(
    String name, String fileName, String contentType, int width, int height, byte[] bytes) {
  public static OutputFile text(String name, String fileName, String contentType, String text) {
    return new OutputFile(name, fileName, contentType, 0, 0, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Describes the file for the manifest, once it is stored under this key. */
  public Rendition rendition(String key) {
    return new Rendition(name, key, contentType, width, height, bytes.length);
  }
}
