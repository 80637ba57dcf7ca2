package dev.darkroom.local.sns;

import dev.darkroom.local.disk.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps topics and subscriptions in one file, which is replaced at each change. */
final class Registry {

  /** Topics and subscriptions at one moment, by ARN. */
  record State(Map<String, Topic> topics, Map<String, Subscription> subscriptions) {

    static final State EMPTY = new State(Map.of(), Map.of());

    State {
      topics = Map.copyOf(topics);
      subscriptions = Map.copyOf(subscriptions);
    }

    Topic topic(String arn) {
      Topic topic = topics.get(arn);
      if (topic == null) {
        throw new Refusal(ErrorCode.NOT_FOUND, "Topic does not exist");
      }
      return topic;
    }

    Subscription subscription(String arn) {
      Subscription subscription = subscriptions.get(arn);
      if (subscription == null) {
        throw new Refusal(ErrorCode.NOT_FOUND, "Subscription does not exist");
      }
      return subscription;
    }

    List<Subscription> subscriptionsOf(String topicArn) {
      return subscriptions.values().stream().filter(s -> s.topicArn().equals(topicArn)).toList();
    }

    Optional<Subscription> sameTarget(Subscription other) {
      return subscriptions.values().stream().filter(other::sameTarget).findFirst();
    }

    State with(Topic topic) {
      Map<String, Topic> changed = new TreeMap<>(topics);
      changed.put(topic.arn(), topic);
      return new State(changed, subscriptions);
    }

    State with(Subscription subscription) {
      Map<String, Subscription> changed = new TreeMap<>(subscriptions);
      changed.put(subscription.arn(), subscription);
      return new State(topics, changed);
    }

    State withoutTopic(String arn) {
      Map<String, Topic> otherTopics = new TreeMap<>(topics);
      otherTopics.remove(arn);
      Map<String, Subscription> otherSubscriptions = new TreeMap<>(subscriptions);
      otherSubscriptions.values().removeIf(s -> s.topicArn().equals(arn));
      return new State(otherTopics, otherSubscriptions);
    }

    State withoutSubscription(String arn) {
      Map<String, Subscription> changed = new TreeMap<>(subscriptions);
      changed.remove(arn);
      return new State(topics, changed);
    }
  }

  /** A change of the state, which may throw a {@link Refusal}. */
  interface Change {
    State apply(State state);
  }

  private final Path file;
  private volatile State state;

  private Registry(Path file, State state) {
    this.file = file;
    this.state = state;
  }

  static Registry open(Path file) throws IOException {
    return new Registry(
        file,
        Files.exists(file)
            ? Json.MAPPER.readValue(Files.readAllBytes(file), State.class)
            : State.EMPTY);
  }

  State state() {
    return state;
  }

  /** Makes one change at a time. When this returns, the change is on disk. */
  synchronized State change(Change change) throws IOException {
    State changed = change.apply(state);
    if (!changed.equals(state)) {
      DurableFile.write(
          file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(changed));
      state = changed;
    }
    return changed;
  }
}
