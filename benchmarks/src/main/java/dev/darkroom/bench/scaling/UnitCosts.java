package dev.darkroom.bench.scaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * What a unit of work costs on one virtual CPU, as {@code ./darkroom bench stream} measured it.
 *
 * @param planSeconds of the video worker for one video: pictures, draft and plan
 * @param segmentSeconds of every segment, however short
 * @param codeSecondsPerFrame added to that: decode a frame of 1080p HEVC, code it in three sizes
 * @param soundSecondsPerSecond to code a second of sound
 * @param finishSecondsPerMegabyte to put a megabyte of parts together, without the network
 * @param coldStartSeconds from an invocation to a function that is ready
 * @param ladderMegabytesPerSecond size of all sizes together
 * @param memoryMegabytes of the function
 */
record UnitCosts(
    double planSeconds,
    double segmentSeconds,
    double codeSecondsPerFrame,
    double soundSecondsPerSecond,
    double finishSecondsPerMegabyte,
    double coldStartSeconds,
    double ladderMegabytesPerSecond,
    double memoryMegabytes) {

  private static final String RESOURCE = "/scaling/measured.json";

  /** Reads the costs that are committed beside this class. */
  static UnitCosts measured() throws IOException {
    try (InputStream in = UnitCosts.class.getResourceAsStream(RESOURCE)) {
      JsonNode json =
          new ObjectMapper().readTree(Objects.requireNonNull(in, RESOURCE)).path("unitCosts");
      return new UnitCosts(
          number(json, "planSeconds"),
          number(json, "segmentSeconds"),
          number(json, "codeSecondsPerFrame"),
          number(json, "soundSecondsPerSecond"),
          number(json, "finishSecondsPerMegabyte"),
          number(json, "coldStartSeconds"),
          number(json, "ladderMegabytesPerSecond"),
          number(json, "memoryMegabytes"));
    }
  }

  private static double number(JsonNode json, String name) throws IOException {
    JsonNode value = json.path(name);
    if (!value.isNumber() || !(value.asDouble() >= 0)) {
      throw new IOException(RESOURCE + " has no number " + name);
    }
    return value.asDouble();
  }
}
