package dev.darkroom.local.s3;

import dev.darkroom.local.Clients;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Serves a folder, tells an SQS, and prints its endpoint. */
final class ServeS3 {
  private ServeS3() {}

  public static void main(String[] args) throws InterruptedException {
    var s3 = LocalS3.start(Path.of(args[0]), 0, Clients.sqs(URI.create(args[1])), List.of());
    System.out.println(s3.endpoint());
    Thread.currentThread().join();
  }
}
