package dev.darkroom.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A value of the template after its intrinsic functions have been worked out. */
public sealed interface Value {
  Place place();

  /**
   * The value with every reference replaced.
   *
   * @param physical what a reference stands for in the provisioned stack
   * @return a {@code String}, {@code List} or {@code Map} of the same, as JSON libraries take it
   */
  Object resolve(Function<Reference, String> physical);

  /** A scalar; numbers and booleans too, as CloudFormation itself treats them. */
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
   * Something only a provisioned resource knows.
   *
   * @param type of the resource, as in {@code AWS::SQS::Queue}
   * @param attribute as in {@code !GetAtt}, or {@link #REF}
   */
  record Reference(Place place, String logicalName, String type, String attribute)
      implements Value {
    /** What {@code !Ref} gives: a queue's URL, a topic's ARN, a bucket's name. */
    public static final String REF = "Ref";

    @Override
    public String resolve(Function<Reference, String> physical) {
      return physical.apply(this);
    }
  }

  /** A {@code !Sub} with references in it. */
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
   * @param reported whether that is a fault already reported, rather than {@code AWS::NoValue}
   */
  record Absent(Place place, boolean reported) implements Value {
    @Override
    public String resolve(Function<Reference, String> physical) {
      return "";
    }
  }
}
