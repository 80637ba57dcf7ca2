package dev.darkroom.infra;

import dev.darkroom.infra.Value.Fields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * A template whose intrinsic functions are evaluated.
 *
 * @param globals section {@code Globals}, which SAM merges into every function
 * @param resources resources whose condition holds, in the template's order
 */
record Template(Value globals, List<Resource> resources) {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Transform",
          "Description",
          "Parameters",
          "Mappings",
          "Conditions",
          "Globals",
          "Resources",
          "Outputs");

  Template {
    resources = List.copyOf(resources);
  }

  static Template read(Path file, Deployment deployment, Problems problems) {
    var sections = Yaml.sections(file, problems);
    sections.forEach(
        (name, node) -> {
          if (!SECTIONS.contains(name)) {
            problems.add(new Place(name, Yaml.line(node)), "this section is not read");
          }
        });

    var noNames = new Scope(deployment, Map.of(), Map.of(), problems);
    var declared = section(sections, "Parameters", new Evaluator(noNames, problems));
    var parameters =
        declared instanceof Fields fields
            ? new Parameters(problems).values(fields, deployment.parameters())
            : Map.<String, Value>of();

    var resources = entries(sections, "Resources", problems);
    var scope = new Scope(deployment, parameters, ResourceTypes.of(resources), problems);
    var evaluator = new Evaluator(scope, problems);
    if (section(sections, "Mappings", new Evaluator(noNames, problems)) instanceof Fields fields) {
      scope.define(fields);
    }
    new Conditions(evaluator, problems)
        .define(entries(sections, "Conditions", problems), place(sections, "Conditions"), scope);

    var section = place(sections, "Resources");
    var active = new ArrayList<Resource>();
    resources.forEach(
        (name, node) -> {
          var reader = new ResourceReader(scope, evaluator, resources.keySet(), problems);
          reader.read(name, node, section.field(name, Yaml.line(node))).ifPresent(active::add);
        });
    // The outputs are not used, but evaluating them finds their faults.
    section(sections, "Outputs", evaluator);
    return new Template(section(sections, "Globals", evaluator), active);
  }

  private static Value section(Map<String, Node> sections, String name, Evaluator evaluator) {
    var node = sections.get(name);
    return node == null
        ? new Fields(new Place(name, 0), Map.of())
        : evaluator.evaluate(node, place(sections, name));
  }

  private static Map<String, Node> entries(
      Map<String, Node> sections, String name, Problems problems) {
    return switch (sections.get(name)) {
      case null -> Map.of();
      case MappingNode mapping -> Yaml.entries(mapping, place(sections, name), problems);
      case ScalarNode _ -> Map.of();
      default -> {
        problems.add(place(sections, name), "a mapping is expected here");
        yield Map.of();
      }
    };
  }

  private static Place place(Map<String, Node> sections, String name) {
    var node = sections.get(name);
    return new Place(name, node == null ? 0 : Yaml.line(node));
  }
}
