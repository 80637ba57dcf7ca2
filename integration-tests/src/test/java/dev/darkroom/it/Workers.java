package dev.darkroom.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The processes in which functions run, as the host's management port lists them. */
record Workers(URI management) {
  record Worker(String function, long pid, String state) {}

  List<Worker> all() {
    JsonNode functions = new Api(management).get("/functions").body();
    var workers = new ArrayList<Worker>();
    for (JsonNode function : functions.path("functions")) {
      for (JsonNode process : function.path("processes")) {
        workers.add(
            new Worker(
                function.path("name").asText(),
                process.path("pid").asLong(),
                process.path("state").asText()));
      }
    }
    return workers;
  }

  /** Those of a function that have an event. */
  List<Worker> busy(String function) {
    return all().stream()
        .filter(worker -> worker.function().equals(function) && worker.state().equals("busy"))
        .toList();
  }

  /** SIGKILL: no handler, no clean-up, no answer. */
  static void kill(Worker worker) {
    ProcessHandle.of(worker.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }
}
