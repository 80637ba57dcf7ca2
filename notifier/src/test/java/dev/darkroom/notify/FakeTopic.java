package dev.darkroom.notify;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A topic that remembers what it was told. */
final class FakeTopic implements Topic {
  private final List<Notification> published = new CopyOnWriteArrayList<>();

  @Override
  public void publish(Notification notification) {
    published.add(notification);
  }

  /** All so far, oldest first. */
  List<Notification> published() {
    return List.copyOf(published);
  }
}
