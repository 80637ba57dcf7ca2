package dev.darkroom.infra;

import java.util.ArrayList;
import java.util.List;

/** Collects faults, so that one run reports them all. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Place place, String message) {
    found.add(new Problem(place, message));
  }

  /** Reports a fault and gives the value that stands for "already reported" from there on. */
  Value broken(Place place, String message) {
    add(place, message);
    return new Value.Absent(place, true);
  }

  void throwIfAny(String template) {
    if (!found.isEmpty()) {
      throw new TemplateException(template, found);
    }
  }
}
