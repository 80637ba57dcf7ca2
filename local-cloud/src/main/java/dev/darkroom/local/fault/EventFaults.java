package dev.darkroom.local.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the ordered faults make of one event. */
public final class EventFaults {
  private final List<Fault> faults;

  public EventFaults(List<Fault> faults) {
    this.faults = List.copyOf(faults);
  }

  /** How long each delivery of the key's event is held back; one of zero if nothing is ordered. */
  public List<Duration> deliveries(String key) {
    var deliveries = new ArrayList<Duration>();
    deliveries.add(Duration.ZERO);
    for (var fault : faults) {
      if (key.startsWith(fault.prefix())) {
        switch (fault) {
          case Fault.Duplicated _ -> deliveries.add(deliveries.getFirst());
          case Fault.Delayed delayed -> deliveries.replaceAll(held -> held.plus(delayed.delay()));
          case Fault.Slow _, Fault.LostAnswer _ -> {}
        }
      }
    }
    return deliveries;
  }
}
