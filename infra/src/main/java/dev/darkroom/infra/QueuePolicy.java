package dev.darkroom.infra;

import java.util.List;

/**
 * Who may send to queues.
 *
 * @param queues logical names
 * @param document the policy, with references to be resolved
 */
public record QueuePolicy(List<String> queues, Value document) {
  public QueuePolicy {
    queues = List.copyOf(queues);
  }
}
