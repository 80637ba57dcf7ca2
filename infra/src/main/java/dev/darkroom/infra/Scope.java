package dev.darkroom.infra;

import dev.darkroom.infra.Value.Absent;
import dev.darkroom.infra.Value.Fields;
import dev.darkroom.infra.Value.Reference;
import dev.darkroom.infra.Value.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves the names that intrinsic functions use: parameters, resources and pseudo parameters (AWS
 * CloudFormation User Guide, "Pseudo parameters reference").
 */
final class Scope {
  private static final Place NOWHERE = new Place("", 0);

  private final Map<String, Value> values;
  private final Map<String, String> resourceTypes;
  private final Map<String, Boolean> conditions = new HashMap<>();
  private Fields mappings = new Fields(NOWHERE, Map.of());
  private final Problems problems;

  Scope(
      Deployment deployment,
      Map<String, Value> parameters,
      Map<String, String> resourceTypes,
      Problems problems) {
    this.values = new HashMap<>(parameters);
    this.resourceTypes = resourceTypes;
    this.problems = problems;
    pseudo("AccountId", deployment.accountId());
    pseudo("Region", deployment.region());
    pseudo("StackName", deployment.stackName());
    pseudo("Partition", "aws");
    pseudo("URLSuffix", "amazonaws.com");
    values.put("AWS::NoValue", new Absent(NOWHERE, false));
  }

  private void pseudo(String name, String value) {
    values.put("AWS::" + name, new Text(NOWHERE, value));
  }

  Value lookup(String name, String attribute, Place place) {
    var type = resourceTypes.get(name);
    if (type != null) {
      return ResourceType.answers(type, attribute)
          ? new Reference(place, name, type, attribute)
          : problems.broken(place, attribute + " of a " + type + " is not read");
    }
    var value = attribute.equals(Reference.REF) ? values.get(name) : null;
    return switch (value) {
      case null -> problems.broken(place, "there is no " + name + " to refer to");
      case Text text -> new Text(place, text.text());
      default -> value;
    };
  }

  /** Takes the values of the section {@code Mappings}. */
  void define(Fields section) {
    mappings = section;
  }

  /** Finds the value of a mapping by its name and two keys. */
  Value mapped(List<String> path, Place place) {
    Value value = mappings;
    for (var key : path) {
      value = value instanceof Fields fields ? fields.values().get(key) : null;
      if (value == null) {
        return problems.broken(place, "no mapping has a value for " + String.join(".", path));
      }
    }
    return value instanceof Text text
        ? new Text(place, text.text())
        : problems.broken(place, String.join(".", path) + " is no plain value");
  }

  void define(String condition, boolean holds) {
    conditions.put(condition, holds);
  }

  Optional<Boolean> condition(String name, Place place) {
    var holds = Optional.ofNullable(conditions.get(name));
    if (holds.isEmpty()) {
      problems.add(place, "there is no condition " + name);
    }
    return holds;
  }
}
