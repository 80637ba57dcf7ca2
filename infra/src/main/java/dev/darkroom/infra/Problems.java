package dev.darkroom.infra;

import java.util.ArrayList;
import java.util.List;

/** Collects faults, so that all are reported at once. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  void add(Place place, String message) {
    found.add(new Problem(place, message));
  }

  /** Reports a fault, and returns the value that replaces the faulty one. */
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
