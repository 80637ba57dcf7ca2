package dev.darkroom.notify;

/** Publishes notifications. */
@FunctionalInterface
interface Topic {
  /** Returns once the notification is accepted, and throws if it may not have been. */
  void publish(Notification notification);
}
