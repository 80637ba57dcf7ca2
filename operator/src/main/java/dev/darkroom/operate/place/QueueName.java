package dev.darkroom.operate.place;

import java.util.Locale;

/** The queues of a Darkroom. */
public enum QueueName {
  IMAGE_JOBS("ImageJobs"),
  VIDEO_JOBS("VideoJobs"),
  STREAM_JOBS("StreamJobs"),
  COMPLETIONS("Completions"),
  DEAD_LETTERS("DeadLetters"),
  UNHANDLED("Unhandled");

  private final String resource;

  QueueName(String resource) {
    this.resource = resource;
  }

  /** Name of the queue in the template. */
  String resource() {
    return resource;
  }

  /** Name of the variable that holds the URL of a local run's queue. */
  String variable() {
    return "DARKROOM_QUEUE_" + name();
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
