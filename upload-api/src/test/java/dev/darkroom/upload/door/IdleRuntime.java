package dev.darkroom.upload.door;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda Runtime API that never has an event: the tests hand theirs to the handler themselves.
 * Without one Quarkus stops the application, and the one it brings listens on every interface.
 */
public final class IdleRuntime implements QuarkusTestResourceLifecycleManager {
  private @Nullable ServerSocket socket;

  @Override
  public Map<String, String> start() {
    try {
      socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
      return Map.of("quarkus-internal.aws-lambda.test-api", "127.0.0.1:" + socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
