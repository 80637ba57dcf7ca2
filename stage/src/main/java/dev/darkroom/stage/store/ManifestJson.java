package dev.darkroom.stage.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads and writes the contract's values as JSON: ids and owners are strings, enums their codes,
 * times ISO 8601. Absent values are left out, unknown fields ignored.
 */
public final class ManifestJson {
  private static final ObjectMapper JSON = mapper(JsonMapper.builder()).build();

  private ManifestJson() {}

  /** Configures a mapper for documents that contain the contract's values. */
  public static JsonMapper.Builder mapper(JsonMapper.Builder builder) {
    return builder
        .addModule(new JavaTimeModule())
        .addModule(
            new SimpleModule("contract")
                .addSerializer(MediaId.class, new ToStringSerializer())
                .addSerializer(Owner.class, new ToStringSerializer())
                .addDeserializer(MediaId.class, new Parsed<>(MediaId.class, MediaId::new))
                .addDeserializer(Owner.class, new Parsed<>(Owner.class, Owner::new)))
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
        .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  public static byte[] write(Manifest manifest) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("manifests are always writable", e);
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException if it is not a manifest of a known schema
   */
  public static Manifest read(byte[] json) throws IOException {
    Manifest manifest = JSON.readValue(json, Manifest.class);
    if (manifest == null) {
      throw new IOException("null is not a manifest");
    }
    return manifest;
  }

  /** Finds the key of the original in JSON that is otherwise no manifest of a known schema. */
  static Optional<String> originalKey(byte[] json) {
    try {
      return Optional.ofNullable(JSON.readTree(json).path("original").path("key").textValue());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether the bytes are a whole JSON object, of whatever form. */
  static boolean isObject(byte[] json) {
    try {
      return JSON.readTree(json).isObject();
    } catch (IOException e) {
      return false;
    }
  }

  private static final class Parsed<T> extends FromStringDeserializer<T> {
    private final transient Function<String, T> parse;

    Parsed(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    protected T _deserialize(String value, DeserializationContext context) {
      return parse.apply(value);
    }
  }
}
