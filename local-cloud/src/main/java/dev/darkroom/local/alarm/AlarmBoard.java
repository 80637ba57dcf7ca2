package dev.darkroom.local.alarm;

import dev.darkroom.infra.Alarm;
import dev.darkroom.infra.Stack;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Knows which alarms of a stack are raised, and since when. */
final class AlarmBoard {
  private final Map<Alarm, AlarmHistory> histories = new LinkedHashMap<>();
  private final Map<String, Raised> raised = new TreeMap<>();

  /** An alarm that was raised or is over. */
  record Change(Alarm alarm, boolean isRaised) {
    @Override
    public String toString() {
      return isRaised
          ? "ALARM " + alarm.logicalName() + ": " + alarm.meaning() + " See " + alarm.runbook()
          : "OK " + alarm.logicalName() + ": it is over";
    }
  }

  private record Raised(Alarm alarm, Instant since) {}

  AlarmBoard(Stack stack) {
    var metrics = new LocalMetrics(stack);
    for (var alarm : stack.alarms()) {
      var history = new AlarmHistory(alarm, metrics);
      if (history.isMeasured()) {
        histories.put(alarm, history);
      }
    }
  }

  /** Takes the figures of a moment. Returns what they change. */
  List<Change> add(Instant now, Figures figures) {
    var changes = new ArrayList<Change>();
    histories.forEach(
        (alarm, history) -> {
          history.add(now, figures);
          boolean before = raised.containsKey(alarm.logicalName());
          boolean after = history.isRaised(now);
          if (after && !before) {
            raised.put(alarm.logicalName(), new Raised(alarm, now));
          } else if (before && !after) {
            raised.remove(alarm.logicalName());
          }
          if (before != after) {
            changes.add(new Change(alarm, after));
          }
        });
    return changes;
  }

  /** Says in a line for each raised alarm what it means, since when, and where its runbook is. */
  String text() {
    return raised.isEmpty()
        ? "none of " + histories.size() + " is raised\n"
        : raised.values().stream()
            .map(
                it ->
                    "%s since %s: %s See %s%n"
                        .formatted(
                            it.alarm().logicalName(),
                            it.since().truncatedTo(ChronoUnit.SECONDS),
                            it.alarm().meaning(),
                            it.alarm().runbook()))
            .collect(Collectors.joining());
  }
}
