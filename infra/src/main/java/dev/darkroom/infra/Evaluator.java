package dev.darkroom.infra;

import dev.darkroom.infra.Value.Absent;
import dev.darkroom.infra.Value.Fields;
import dev.darkroom.infra.Value.Items;
import dev.darkroom.infra.Value.Reference;
import dev.darkroom.infra.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Evaluates the intrinsic functions {@code !Ref}, {@code !Sub}, {@code !GetAtt}, {@code !If} and
 * {@code !FindInMap}, in their short form (AWS CloudFormation User Guide, "Intrinsic function
 * reference").
 */
final class Evaluator {
  private final Scope scope;
  private final Problems problems;

  Evaluator(Scope scope, Problems problems) {
    this.scope = scope;
    this.problems = problems;
  }

  Value evaluate(Node node, Place place) {
    var tag = node.getTag().getValue();
    if (tag.startsWith(Tag.PREFIX)) {
      return plain(node, place);
    }
    return switch (tag) {
      case "!Ref" -> scalar(node, place, name -> scope.lookup(name, Reference.REF, place));
      case "!GetAtt" -> scalar(node, place, name -> attribute(name, place));
      case "!Sub" -> scalar(node, place, text -> Substitution.of(text, scope, place));
      case "!If" -> choose(node, place);
      case "!FindInMap" -> find(node, place);
      default -> problems.broken(place, tag + " is not read here");
    };
  }

  private Value plain(Node node, Place place) {
    return switch (node) {
      case ScalarNode scalar -> new Text(place, scalar.getValue());
      case SequenceNode sequence -> items(sequence, place);
      case MappingNode mapping -> fields(mapping, place);
      default -> problems.broken(place, "anchors and aliases are not read");
    };
  }

  private Items items(SequenceNode sequence, Place place) {
    var values = new ArrayList<Value>();
    for (var node : sequence.getValue()) {
      var value = evaluate(node, place.item(values.size(), Yaml.line(node)));
      if (!isNoValue(value)) {
        values.add(value);
      }
    }
    return new Items(place, values);
  }

  private Value fields(MappingNode mapping, Place place) {
    var values = new LinkedHashMap<String, Value>();
    for (var entry : Yaml.entries(mapping, place, problems).entrySet()) {
      var key = entry.getKey();
      var at = place.field(key, Yaml.line(entry.getValue()));
      if (key.startsWith("Fn::") || (key.equals("Ref") && mapping.getValue().size() == 1)) {
        return problems.broken(at, "intrinsic functions are read in their short form only");
      }
      var value = evaluate(entry.getValue(), at);
      if (!isNoValue(value)) {
        values.put(key, value);
      }
    }
    return new Fields(place, values);
  }

  private Value attribute(String name, Place place) {
    int dot = name.indexOf('.');
    return dot < 0
        ? problems.broken(place, "!GetAtt needs Resource.Attribute, not '" + name + "'")
        : scope.lookup(name.substring(0, dot), name.substring(dot + 1), place);
  }

  /** Evaluates both branches, so that faults of the branch not taken are found too. */
  private Value choose(Node node, Place place) {
    if (!(node instanceof SequenceNode list) || list.getValue().size() != 3) {
      return problems.broken(place, "!If needs a condition and two values");
    }
    var branches = new ArrayList<Value>();
    for (int i = 1; i <= 2; i++) {
      var branch = list.getValue().get(i);
      branches.add(evaluate(branch, place.item(i, Yaml.line(branch))));
    }
    var condition = ((ScalarNode) list.getValue().getFirst()).getValue();
    return scope
        .condition(condition, place)
        .map(holds -> holds ? branches.getFirst() : branches.getLast())
        .orElse(new Absent(place, true));
  }

  /** Looks a value up in the section {@code Mappings} by the mapping's name and two keys. */
  private Value find(Node node, Place place) {
    if (!(node instanceof SequenceNode list) || list.getValue().size() != 3) {
      return problems.broken(place, "!FindInMap needs a mapping and two keys");
    }
    var path = new ArrayList<String>();
    for (var key : list.getValue()) {
      switch (evaluate(key, place.item(path.size(), Yaml.line(key)))) {
        case Text text -> path.add(text.text());
        case Absent _ -> {
          return new Absent(place, true);
        }
        default -> {
          return problems.broken(place, "the keys of !FindInMap are plain values");
        }
      }
    }
    return scope.mapped(path, place);
  }

  private Value scalar(Node node, Place place, java.util.function.Function<String, Value> meaning) {
    return node instanceof ScalarNode scalar
        ? meaning.apply(scalar.getValue())
        : problems.broken(place, node.getTag().getValue() + " needs a plain value");
  }

  private static boolean isNoValue(Value value) {
    return value instanceof Absent absent && !absent.reported();
  }
}
