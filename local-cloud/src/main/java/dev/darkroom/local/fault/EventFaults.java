package dev.darkroom.local.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Applies the ordered faults to bucket events. */
public final class EventFaults {
  private final List<Fault> faults;

  public EventFaults(List<Fault> faults) {
    this.faults = List.copyOf(faults);
  }

  /**
   * Delays of the deliveries of a key's event, one for each delivery. Without faults there is one
   * delivery without delay.
   */
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
