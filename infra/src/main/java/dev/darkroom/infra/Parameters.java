package dev.darkroom.infra;

import dev.darkroom.infra.Value.Fields;
import dev.darkroom.infra.Value.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Takes the values of the template's parameters from the deployment or from their defaults. */
final class Parameters {
  private static final List<String> TYPES = List.of("String", "Number");

  private final Problems problems;

  Parameters(Problems problems) {
    this.problems = problems;
  }

  Map<String, Value> values(Fields declared, Map<String, String> given) {
    var values = new LinkedHashMap<String, Value>();
    declared.values().forEach((name, value) -> values.put(name, value(name, value, given)));
    var unknown = new TreeSet<>(given.keySet());
    unknown.removeAll(values.keySet());
    for (var name : unknown) {
      problems.add(declared.place(), "no parameter is called " + name);
    }
    return values;
  }

  private Value value(String name, Value declaration, Map<String, String> given) {
    var declared = Properties.of(declaration, problems);
    var type = declared.text("Type");
    var fallback = declared.optionalText("Default");
    var allowed = declared.texts("AllowedValues");
    var least = declared.optionalText("MinValue").map(BigDecimal::new);
    var most = declared.optionalText("MaxValue").map(BigDecimal::new);
    var pattern = declared.optionalText("AllowedPattern");
    declared.ignore("Description");
    declared.done();
    var place = declaration.place();
    if (!TYPES.contains(type)) {
      return problems.broken(place, "parameter type " + type + " is not read, only " + TYPES);
    }
    var value = given.containsKey(name) ? given.get(name) : fallback.orElse(null);
    if (value == null) {
      return problems.broken(place, "the parameter has no default, so it needs a value");
    }
    if (!allowed.isEmpty() && !allowed.contains(value)) {
      return problems.broken(place, "'" + value + "' is none of " + allowed);
    }
    if (pattern.filter(it -> !value.matches(it)).isPresent()) {
      return problems.broken(place, "'" + value + "' does not match " + pattern.get());
    }
    if (type.equals("Number") && !value.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return problems.broken(place, "'" + value + "' is not a number");
    }
    if (least.filter(it -> new BigDecimal(value).compareTo(it) < 0).isPresent()) {
      return problems.broken(place, value + " is less than " + least.get());
    }
    if (most.filter(it -> new BigDecimal(value).compareTo(it) > 0).isPresent()) {
      return problems.broken(place, value + " is more than " + most.get());
    }
    return new Text(place, value);
  }
}
