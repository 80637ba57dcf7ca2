package dev.darkroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * CPU seconds, user plus system, used so far by the local cloud and by each function's processes.
 */
record CpuTimes(Map<String, Duration> byPart) {
  private static final String LOCAL_CLOUD = "local cloud";

  CpuTimes {
    byPart = new TreeMap<>(byPart);
  }

  /**
   * Reads the times of all processes.
   *
   * @param functions what the management port answers at {@code /functions}
   */
  static CpuTimes read(JsonNode functions) {
    var times = new TreeMap<String, Duration>();
    for (JsonNode function : functions.path("functions")) {
      for (JsonNode process : function.path("processes")) {
        var handle = ProcessHandle.of(process.path("pid").asLong());
        times.merge(function.path("name").asText(), time(handle), Duration::plus);
        // The local cloud is the parent of every function's process.
        times.put(LOCAL_CLOUD, time(handle.flatMap(ProcessHandle::parent)));
      }
    }
    return new CpuTimes(times);
  }

  private static Duration time(Optional<ProcessHandle> process) {
    return process.flatMap(handle -> handle.info().totalCpuDuration()).orElse(Duration.ZERO);
  }

  /** CPU seconds per photo that each part used since an earlier reading. */
  Map<String, Double> secondsPerPhotoSince(CpuTimes before, int photos) {
    return byPart.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                part -> {
                  var earlier = before.byPart.getOrDefault(part.getKey(), Duration.ZERO);
                  return part.getValue().minus(earlier).toMillis() / 1000.0 / photos;
                },
                (first, second) -> first,
                TreeMap::new));
  }
}
