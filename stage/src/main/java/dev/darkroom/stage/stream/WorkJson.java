package dev.darkroom.stage.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.darkroom.stage.store.ManifestJson;
import java.io.IOException;

/** Reads and writes the documents of a work folder as JSON. */
final class WorkJson {
  private static final ObjectMapper JSON = ManifestJson.mapper(JsonMapper.builder()).build();

  private WorkJson() {}

  static byte[] write(Object document) {
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("documents of a work folder are always writable", e);
    }
  }

  /**
   * Reads a document.
   *
   * @throws UnreadableWorkException if it has another form, as one of another version may
   */
  static <T> T read(byte[] json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (IOException e) {
      throw new UnreadableWorkException("not readable as " + type.getSimpleName(), e);
    }
  }
}
