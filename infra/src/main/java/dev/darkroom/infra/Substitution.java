package dev.darkroom.infra;

import dev.darkroom.infra.Value.Absent;
import dev.darkroom.infra.Value.Joined;
import dev.darkroom.infra.Value.Reference;
import dev.darkroom.infra.Value.Text;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Evaluates {@code !Sub}: replaces {@code ${Name}} and {@code ${Resource.Attribute}} in a text. */
final class Substitution {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

  private Substitution() {}

  static Value of(String text, Scope scope, Place place) {
    var parts = new ArrayList<Value>();
    var variable = VARIABLE.matcher(text);
    int end = 0;
    while (variable.find()) {
      parts.add(new Text(place, text.substring(end, variable.start())));
      parts.add(value(variable.group(1), scope, place));
      end = variable.end();
    }
    parts.add(new Text(place, text.substring(end)));

    if (parts.stream().allMatch(Text.class::isInstance)) {
      return new Text(
          place, parts.stream().map(part -> ((Text) part).text()).collect(Collectors.joining()));
    }
    return parts.stream().anyMatch(Absent.class::isInstance)
        ? new Absent(place, true)
        : new Joined(place, parts);
  }

  private static Value value(String name, Scope scope, Place place) {
    int dot = name.indexOf('.');
    return dot < 0
        ? scope.lookup(name, Reference.REF, place)
        : scope.lookup(name.substring(0, dot), name.substring(dot + 1), place);
  }
}
