package dev.darkroom.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Assigns ports to the services, and checks that they are free. */
final class Ports {
  static final int HTTP = 0;
  static final int S3 = 1;
  static final int SQS = 2;
  static final int SNS = 3;
  static final int MANAGEMENT = 4;

  private Ports() {}

  /** Checks all ports of a run, so that one message names every port that is taken. */
  static void check(Options options) {
    var taken = needed(options).stream().filter(port -> !free(port)).toList();
    if (!taken.isEmpty()) {
      throw new StartRefusedException(
          "taken by another program: port "
              + String.join(", ", taken.stream().map(Object::toString).toList())
              + "; --port N moves all five, --port 0 takes any free ones");
    }
  }

  static List<Integer> needed(Options options) {
    var offsets =
        options.endpoint().isPresent()
            ? List.of(HTTP, MANAGEMENT)
            : List.of(HTTP, S3, SQS, SNS, MANAGEMENT);
    return offsets.stream().map(options::port).toList();
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port, 0, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
