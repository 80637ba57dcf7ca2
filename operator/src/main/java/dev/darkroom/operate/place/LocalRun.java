package dev.darkroom.operate.place;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/** Reads where the local run is from its exports, which the script has set. */
final class LocalRun {
  private LocalRun() {}

  /**
   * Connects to the local run.
   *
   * @throws RefusedException if the variables are not those of a local run of this version
   */
  static Place connect(Map<String, String> environment) {
    var queues = new EnumMap<QueueName, String>(QueueName.class);
    for (QueueName queue : QueueName.values()) {
      queues.put(queue, variable(environment, queue.variable()));
    }
    return new Place(
        "the local run",
        variable(environment, "DARKROOM_BUCKET"),
        queues,
        Clients.s3(environment),
        Clients.sqs(),
        new HostedFunctions(URI.create(variable(environment, "DARKROOM_METRICS"))),
        Monitoring.none());
  }

  private static String variable(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new RefusedException(
          "The local run has not exported "
              + name
              + "; stop it with './darkroom down' and start it again with './darkroom up'.");
    }
    return value;
  }
}
