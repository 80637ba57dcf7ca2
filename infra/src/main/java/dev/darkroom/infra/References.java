package dev.darkroom.infra;

import dev.darkroom.infra.Value.Fields;
import dev.darkroom.infra.Value.Items;
import dev.darkroom.infra.Value.Joined;
import dev.darkroom.infra.Value.Reference;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that no reference names a resource whose condition does not hold. */
final class References {
  private final Set<String> present;
  private final Problems problems;

  private References(Set<String> present, Problems problems) {
    this.present = present;
    this.problems = problems;
  }

  static void check(Template template, Problems problems) {
    var present =
        template.resources().stream().map(Resource::logicalName).collect(Collectors.toSet());
    var references = new References(present, problems);
    references.check(template.globals());
    template.resources().forEach(resource -> references.check(resource.properties()));
  }

  private void check(Value value) {
    switch (value) {
      case Reference reference when !exists(reference) ->
          problems.add(
              reference.place(),
              reference.logicalName() + " does not exist, because its condition does not hold");
      case Fields fields -> fields.values().values().forEach(this::check);
      case Items items -> items.values().forEach(this::check);
      case Joined joined -> joined.parts().forEach(this::check);
      case Reference _, Value.Text _, Value.Absent _ -> {}
    }
  }

  /** An event source exists with its function, whose name its own begins with. */
  private boolean exists(Reference reference) {
    var name = reference.logicalName();
    return reference.type().equals(ResourceType.EVENT_SOURCE)
        ? present.stream().anyMatch(name::startsWith)
        : present.contains(name);
  }
}
