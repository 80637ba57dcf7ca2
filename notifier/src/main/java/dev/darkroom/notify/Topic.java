package dev.darkroom.notify;

/** Where announcements go. */
@FunctionalInterface
interface Topic {
  /** Returns once the notification is accepted; throws if it may not have been. */
  void publish(Notification notification);
}
