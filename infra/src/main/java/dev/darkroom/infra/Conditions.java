package dev.darkroom.infra;

import dev.darkroom.infra.Value.Text;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Evaluates the section {@code Conditions}: {@code !Equals} and {@code !Not}. */
final class Conditions {
  private final Evaluator evaluator;
  private final Problems problems;

  Conditions(Evaluator evaluator, Problems problems) {
    this.evaluator = evaluator;
    this.problems = problems;
  }

  void define(Map<String, Node> declared, Place section, Scope scope) {
    declared.forEach(
        (name, node) -> scope.define(name, holds(node, section.field(name, Yaml.line(node)))));
  }

  private boolean holds(Node node, Place place) {
    var tag = node.getTag().getValue();
    if (tag.equals("!Equals") && node instanceof SequenceNode list && list.getValue().size() == 2) {
      return text(list.getValue().getFirst(), place).equals(text(list.getValue().getLast(), place));
    }
    if (tag.equals("!Not") && node instanceof SequenceNode list && list.getValue().size() == 1) {
      return !holds(list.getValue().getFirst(), place);
    }
    problems.add(place, "a condition is !Equals of two values or !Not of one condition here");
    return false;
  }

  private String text(Node node, Place place) {
    return switch (evaluator.evaluate(node, place)) {
      case Text text -> text.text();
      case Value.Absent _ -> "";
      default -> {
        problems.add(place, "only parameters and texts can be compared");
        yield "";
      }
    };
  }
}
