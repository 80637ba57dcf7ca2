package dev.darkroom.infra;

import dev.darkroom.infra.Value.Absent;
import dev.darkroom.infra.Value.Fields;
import dev.darkroom.infra.Value.Text;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what every resource has: type, condition and dependencies. */
final class ResourceReader {
  private final Scope scope;
  private final Evaluator evaluator;
  private final Set<String> resources;
  private final Problems problems;

  ResourceReader(Scope scope, Evaluator evaluator, Set<String> resources, Problems problems) {
    this.scope = scope;
    this.evaluator = evaluator;
    this.resources = resources;
    this.problems = problems;
  }

  /** Reads a resource. Returns empty if its condition does not hold. */
  Optional<Resource> read(String logicalName, Node node, Place place) {
    var attributes = Properties.of(evaluator.evaluate(node, place), problems);
    var type = attributes.text("Type");
    var properties = attributes.optional("Properties").orElse(new Fields(place, Map.of()));
    attributes.optional("DependsOn").ifPresent(this::checkDependency);
    attributes.ignore("DeletionPolicy", "UpdateReplacePolicy", "Metadata");
    var condition = attributes.optionalText("Condition");
    attributes.done();
    boolean active = condition.flatMap(name -> scope.condition(name, place)).orElse(true);
    return active
        ? Optional.of(new Resource(logicalName, type, place, properties))
        : Optional.empty();
  }

  private void checkDependency(Value dependency) {
    switch (dependency) {
      case Text name when resources.contains(name.text()) -> {}
      case Absent _ -> {}
      case Text name ->
          problems.add(dependency.place(), "there is no resource " + name.text() + " to depend on");
      case Value.Items several -> several.values().forEach(this::checkDependency);
      default -> problems.add(dependency.place(), "the name of a resource is expected here");
    }
  }
}
