package dev.darkroom.local.sns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Cuts a list into pages, ordered by ARN. A page's token is the last ARN of the page before. */
final class Page {

  /** ListTopics, ListSubscriptions and ListSubscriptionsByTopic: "up to 100". */
  private static final int SIZE = 100;

  private Page() {}

  static <T> List<Xml> of(
      String name,
      Collection<T> all,
      Function<T, String> arn,
      Function<T, Xml> member,
      QueryRequest request) {
    TreeMap<String, T> sorted = new TreeMap<>();
    all.forEach(element -> sorted.put(arn.apply(element), element));
    var rest = sorted.tailMap(request.optional("NextToken", ""), false);
    List<Xml> result = new ArrayList<>();
    result.add(Xml.of(name, rest.values().stream().limit(SIZE).map(member).toList()));
    if (rest.size() > SIZE) {
      result.add(
          Xml.of("NextToken", rest.keySet().stream().skip(SIZE - 1).findFirst().orElseThrow()));
    }
    return result;
  }
}
