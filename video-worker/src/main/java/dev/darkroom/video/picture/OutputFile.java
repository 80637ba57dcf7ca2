package dev.darkroom.video.picture;

import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.job.OutputKeys;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A file to be stored.
 *
 * @param name of the rendition in the manifest
 * @param extension of its format, without the dot
 * @param width in pixels, 0 if the file is not a picture
 * @param height in pixels, 0 if the file is not a picture
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record OutputFile(
    String name, String extension, String contentType, int width, int height, byte[] bytes) {
  public static OutputFile text(String name, String extension, String contentType, String text) {
    return new OutputFile(
        name, extension, contentType, 0, 0, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether both have the same bytes, as a small video's poster and thumbnails may. */
  public boolean sameContent(OutputFile other) {
    return extension.equals(other.extension) && Arrays.equals(bytes, other.bytes);
  }

  /** Returns the key that the file is stored under. */
  public String key(OutputKeys keys) {
    return keys.key(name, extension, bytes);
  }

  /** Describes the file for the manifest, once it is stored under this key. */
  public Rendition rendition(String key) {
    return new Rendition(name, key, contentType, width, height, bytes.length);
  }
}
