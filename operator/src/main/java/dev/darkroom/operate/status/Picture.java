package dev.darkroom.operate.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.contract.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state of a Darkroom.
 *
 * @param failures results by error code; empty if nobody asked
 * @param alarms states by the alarms' names in the template
 */
record Picture(
    String place,
    List<QueueState> queues,
    Optional<Map<ErrorCode, Integer>> failures,
    Map<String, String> alarms) {

  String json() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("place", place);
    var list = root.putArray("queues");
    for (QueueState queue : queues) {
      ObjectNode item = list.addObject();
      item.put("name", queue.name().toString());
      item.put("waiting", queue.waiting());
      item.put("inFlight", queue.inFlight());
      queue.oldest().ifPresent(age -> item.put("oldestSeconds", age.toSeconds()));
    }
    failures.ifPresent(
        counts -> {
          ObjectNode codes = root.putObject("failures");
          counts.forEach((code, count) -> codes.put(code.toString(), count));
        });
    ObjectNode states = root.putObject("alarms");
    alarms.forEach(states::put);
    return root.toPrettyString();
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    lines.add("%-13s %8s %10s %8s".formatted("queue", "waiting", "in flight", "oldest"));
    for (QueueState queue : queues) {
      lines.add(
          "%-13s %8d %10d %8s"
              .formatted(
                  queue.name(),
                  queue.waiting(),
                  queue.inFlight(),
                  queue.oldest().map(Picture::words).orElse("-")));
    }
    failures.ifPresent(
        counts -> {
          lines.add(counts.isEmpty() ? "no failures" : "failures");
          counts.forEach((code, count) -> lines.add("%-22s %d".formatted("  " + code, count)));
        });
    alarms.entrySet().stream()
        .filter(alarm -> !alarm.getValue().equals("OK"))
        .forEach(alarm -> lines.add("alarm " + alarm.getKey() + ": " + alarm.getValue()));
    if (!alarms.isEmpty() && alarms.values().stream().allMatch("OK"::equals)) {
      lines.add("no alarm");
    }
    return lines;
  }

  private static String words(Duration age) {
    return age.toHours() > 0 ? age.toHours() + " h" : age.toMinutes() + " min";
  }
}
