package dev.darkroom.local.provision;

import dev.darkroom.infra.BucketNotification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** Converts a bucket's notification rules to S3's configuration, and compares configurations. */
final class BucketEvents {
  private BucketEvents() {}

  static NotificationConfiguration configuration(
      List<BucketNotification> notifications, ProvisionedStack stack) {
    return NotificationConfiguration.builder()
        .queueConfigurations(
            notifications.stream()
                .map(
                    notification ->
                        QueueConfiguration.builder()
                            .id(notification.queue())
                            .queueArn(stack.queue(notification.queue()).arn())
                            .eventsWithStrings(notification.event())
                            .filter(
                                filter -> filter.key(key -> key.filterRules(rules(notification))))
                            .build())
                .toList())
        .build();
  }

  private static List<FilterRule> rules(BucketNotification notification) {
    var rules = new ArrayList<FilterRule>();
    if (!notification.prefix().isEmpty()) {
      rules.add(rule("prefix", notification.prefix()));
    }
    if (!notification.suffix().isEmpty()) {
      rules.add(rule("suffix", notification.suffix()));
    }
    return rules;
  }

  private static FilterRule rule(String name, String value) {
    return FilterRule.builder().name(name).value(value).build();
  }

  /** Compares what rules mean. Ids may differ, and S3 returns filter names in another case. */
  static boolean same(List<QueueConfiguration> one, List<QueueConfiguration> other) {
    return meanings(one).equals(meanings(other));
  }

  private static Set<Meaning> meanings(List<QueueConfiguration> rules) {
    return rules.stream().map(BucketEvents::meaning).collect(Collectors.toSet());
  }

  private static Meaning meaning(QueueConfiguration rule) {
    var filters = rule.filter() == null ? List.<FilterRule>of() : rule.filter().key().filterRules();
    return new Meaning(
        rule.queueArn(),
        Set.copyOf(rule.eventsAsStrings()),
        filters.stream()
            .map(it -> it.nameAsString().toLowerCase(Locale.ROOT) + "=" + it.value())
            .collect(Collectors.toSet()));
  }

  private record Meaning(String queueArn, Set<String> events, Set<String> filters) {}
}
