package dev.darkroom.local.sns;

import java.io.IOException;
import java.nio.file.Path;

/** A service whose queues never answer; prints where it is. */
final class ServeUntilKilled {

  private ServeUntilKilled() {}

  @SuppressWarnings("resource") // it ends with the process
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    FakeQueues queues = new FakeQueues();
    queues.down(true);
    System.out.println(
        LocalSns.start(folder.resolve("sns"), 0, queues, MailDelivery.folder(folder)).endpoint());
  }
}
