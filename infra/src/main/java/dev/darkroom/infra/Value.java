package dev.darkroom.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A value of the template whose intrinsic functions are evaluated. */
public sealed interface Value {
  Place place();

  /**
   * Replaces every reference.
   *
   * @param physical resolves a reference in the provisioned stack
   * @return a {@code String}, or a {@code List} or {@code Map} of such values
   */
  Object resolve(Function<Reference, String> physical);

  /** A scalar. Numbers and booleans are texts too, as in CloudFormation. */
  record Text(Place place, String text) implements Value {
    @Override
    public String resolve(Function<Reference, String> physical) {
      return text;
    }
  }

  record Items(Place place, List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public List<Object> resolve(Function<Reference, String> physical) {
      return values.stream().map(value -> value.resolve(physical)).toList();
    }
  }

  /** A mapping, in the template's order. */
  record Fields(Place place, Map<String, Value> values) implements Value {
    @Override
    public Map<String, Object> resolve(Function<Reference, String> physical) {
      var resolved = new LinkedHashMap<String, Object>();
      values.forEach((key, value) -> resolved.put(key, value.resolve(physical)));
      return resolved;
    }
  }

  /**
   * A reference to a resource, whose value is known once the resource exists.
   *
   * @param type type of the resource, such as {@code AWS::SQS::Queue}
   * @param attribute attribute as in {@code !GetAtt}, or {@link #REF}
   */
  record Reference(Place place, String logicalName, String type, String attribute)
      implements Value {
    /** The result of {@code !Ref}: a queue's URL, a topic's ARN or a bucket's name. */
    public static final String REF = "Ref";

    @Override
    public String resolve(Function<Reference, String> physical) {
      return physical.apply(this);
    }
  }

  /** A {@code !Sub} that contains references. */
  record Joined(Place place, List<Value> parts) implements Value {
    public Joined {
      parts = List.copyOf(parts);
    }

    @Override
    public String resolve(Function<Reference, String> physical) {
      return parts.stream()
          .map(part -> part.resolve(physical).toString())
          .collect(Collectors.joining());
    }
  }

  /**
   * No value.
   *
   * @param reported whether the value is missing because of a reported fault, and not {@code
   *     AWS::NoValue}
   */
  record Absent(Place place, boolean reported) implements Value {
    @Override
    public String resolve(Function<Reference, String> physical) {
      return "";
    }
  }
}
