package dev.darkroom.infra;

import dev.darkroom.infra.Value.Reference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The project's own template, deployed under made-up names. */
final class DarkroomTemplate {
  static final Path FILE = Path.of("template.yaml").toAbsolutePath();

  static final Deployment DEPLOYMENT =
      new Deployment(
          "darkroom",
          "123456789012",
          "eu-central-1",
          Map.of("JwtIssuer", "https://issuer.example", "JwtAudience", "darkroom"));

  private DarkroomTemplate() {}

  static Stack stack() {
    return Stack.read(FILE, DEPLOYMENT);
  }

  /** The deployment with parameters besides those that have no defaults. */
  static Deployment deployment(Map<String, String> parameters) {
    var all = new HashMap<>(DEPLOYMENT.parameters());
    all.putAll(parameters);
    return new Deployment(DEPLOYMENT.stackName(), DEPLOYMENT.accountId(), DEPLOYMENT.region(), all);
  }

  static List<Resource> resources(String type) {
    return resources(type, Map.of());
  }

  static List<Resource> resources(String type, Map<String, String> parameters) {
    var problems = new Problems();
    var template = Template.read(FILE, deployment(parameters), problems);
    problems.throwIfAny(FILE.toString());
    return template.resources().stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** A resource's properties as plain maps, lists and texts, references in {@code ${…}}. */
  static Object plain(Value value) {
    return value.resolve(DarkroomTemplate::readable);
  }

  private static String readable(Reference reference) {
    return "${"
        + reference.logicalName()
        + (reference.attribute().equals(Reference.REF) ? "" : "." + reference.attribute())
        + "}";
  }

  /** Follows keys through plain maps; fails where one is missing. */
  static Object at(Object value, String... keys) {
    for (var key : keys) {
      if (!(value instanceof Map<?, ?> map) || map.get(key) == null) {
        throw new AssertionError("there is no " + key + " in " + value);
      }
      value = map.get(key);
    }
    return value;
  }

  /** Returns a policy's value as a list; policies may write a list of one as its value alone. */
  static List<?> listAt(Object value, String... keys) {
    var found = at(value, keys);
    return found instanceof List<?> list ? list : List.of(found);
  }
}
