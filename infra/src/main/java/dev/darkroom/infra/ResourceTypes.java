package dev.darkroom.infra;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Finds the types of all resources before any is evaluated, because a reference may precede its
 * resource. Includes the event source mappings that SAM makes of a function's queues, each named by
 * the function and the event (AWS SAM Developer Guide, "Generated CloudFormation resources").
 */
final class ResourceTypes {
  private static final Place NOWHERE = new Place("", 0);

  private ResourceTypes() {}

  static Map<String, String> of(Map<String, Node> resources) {
    var types = new HashMap<String, String>();
    resources.forEach(
        (name, node) -> {
          var resource = entries(node);
          var type = text(resource.get("Type"));
          types.put(name, type);
          if (type.equals(ResourceType.FUNCTION)) {
            entries(entries(resource.get("Properties")).get("Events"))
                .forEach(
                    (event, source) -> {
                      if (text(entries(source).get("Type")).equals("SQS")) {
                        types.put(name + event, ResourceType.EVENT_SOURCE);
                      }
                    });
          }
        });
    return types;
  }

  private static Map<String, Node> entries(@Nullable Node node) {
    return node instanceof MappingNode mapping
        ? Yaml.entries(mapping, NOWHERE, new Problems())
        : Map.of();
  }

  private static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }
}
