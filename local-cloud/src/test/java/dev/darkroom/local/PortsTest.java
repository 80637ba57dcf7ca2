package dev.darkroom.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A port that another program has is named before anything is started. */
final class PortsTest {
  private static final URI EMULATOR = URI.create("http://127.0.0.1:4566");

  @Test
  void aTakenPortIsNamedWithTheWayOut() throws IOException {
    try (var other = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      int taken = other.getLocalPort();
      assertThatThrownBy(() -> Ports.check(options(taken - Ports.MANAGEMENT, Optional.empty())))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining("port")
          .hasMessageContaining(Integer.toString(taken))
          .hasMessageContaining("--port");
    }
  }

  @Test
  void anEmulatorsServicesNeedNoPortsHere() {
    assertThat(Ports.needed(options(9000, Optional.empty())))
        .containsExactly(9000, 9001, 9002, 9003, 9004);
    assertThat(Ports.needed(options(9000, Optional.of(EMULATOR)))).containsExactly(9000, 9004);
  }

  @Test
  void anyFreePortsWillDo() {
    assertThatCode(() -> Ports.check(options(0, Optional.empty()))).doesNotThrowAnyException();
  }

  private static Options options(int port, Optional<URI> endpoint) {
    return new Options(
        Path.of("template.yaml"),
        Path.of("data"),
        port,
        "darkroom",
        endpoint,
        Optional.empty(),
        2,
        Map.of(),
        Map.of(),
        List.of());
  }
}
