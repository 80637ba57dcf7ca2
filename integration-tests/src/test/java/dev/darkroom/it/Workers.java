package dev.darkroom.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Lists the processes in which functions run, from the host's management port. */
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

  /** Returns the processes of a function that handle an event. */
  List<Worker> busy(String function) {
    return all().stream()
        .filter(worker -> worker.function().equals(function) && worker.state().equals("busy"))
        .toList();
  }

  /** Kills the processes of a function that handle an event. Returns whether there were any. */
  boolean killBusy(String function) {
    List<Worker> busy = busy(function);
    busy.forEach(Workers::kill);
    return !busy.isEmpty();
  }

  /** Kills a process by SIGKILL: it runs no handler and sends no answer. */
  static void kill(Worker worker) {
    ProcessHandle.of(worker.pid()).ifPresent(ProcessHandle::destroyForcibly);
  }
}
