package dev.darkroom.infra;

import java.util.List;

/**
 * A policy that allows sending to queues.
 *
 * @param queues logical names of the queues
 * @param document policy, with unresolved references
 */
public record QueuePolicy(List<String> queues, Value document) {
  public QueuePolicy {
    queues = List.copyOf(queues);
  }
}
