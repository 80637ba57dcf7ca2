package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks HTTP by hand, as clients do not let a test choose the headers that browsers set. */
class DoormanTest {

  private static final String CREATE = "Action=CreateTopic&Name=forged";
  private static final String AUTHORIZATION = "Authorization: AWS4-HMAC-SHA256 Credential=x\r\n";

  @TempDir Path folder;
  private SnsHarness harness;

  @BeforeEach
  void start() throws IOException {
    harness = new SnsHarness(folder);
  }

  @AfterEach
  void stop() throws IOException {
    harness.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1:4", "[::1]", "LOCALHOST"})
  void toolsOnThisMachineAreLetIn(String host) throws IOException {
    assertThat(post(host, AUTHORIZATION, CREATE))
        .startsWith("HTTP/1.1 200")
        .contains("arn:aws:sns:us-east-1:000000000000:forged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:80",
        "user@localhost",
        "",
        "10.0.0.1"
      })
  void anotherNameForThisMachineIsNot(String host) throws IOException {
    assertThat(post(host, AUTHORIZATION, CREATE))
        .startsWith("HTTP/1.1 403")
        .contains("<Code>AccessDenied</Code>");
    assertNothingHappened();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost:3000",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: none"
      })
  void aWebPageIsNot(String header) throws IOException {
    assertThat(post("localhost", AUTHORIZATION + header + "\r\n", CREATE))
        .startsWith("HTTP/1.1 403")
        .contains("<Code>AccessDenied</Code>");
    assertNothingHappened();
  }

  @Test
  void aFormPostedByAPageOfAnOldBrowserIsNot() throws IOException {
    assertThat(post("localhost", "", CREATE))
        .startsWith("HTTP/1.1 403")
        .contains("<Code>MissingAuthenticationToken</Code>");
    assertNothingHappened();
  }

  @Test
  void aBrowserThatAsksBeforehandIsNotToldYes() throws IOException {
    String question =
        "Origin: https://evil.example\r\nAccess-Control-Request-Headers: authorization\r\n";

    assertThat(
            send(
                "OPTIONS / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + question
                    + "\r\n"))
        .startsWith("HTTP/1.1 400")
        .doesNotContainIgnoringCase("Access-Control-Allow");
  }

  @Test
  void nothingOfTheApiWorksByGet() throws IOException {
    assertThat(
            send(
                "GET /?"
                    + CREATE
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + AUTHORIZATION
                    + "\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("<Code>InvalidAction</Code>");
    assertNothingHappened();
  }

  @Test
  void aRequestThatIsTooLargeIsRefused() throws IOException {
    assertThat(post("localhost", AUTHORIZATION, CREATE + "&x=" + "y".repeat(1 << 20)))
        .startsWith("HTTP/1.1 413")
        .contains("<Code>RequestEntityTooLarge</Code>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Action=%ZZ",
        "Action=CreateTopic&Name=%",
        "",
        "&&=&",
        "Action=CreateTopic&Name=t&Attributes.entry.x.key=a"
      })
  void aRequestThatIsGarbageIsRefusedAsTheCallersFault(String body) throws IOException {
    assertThat(post("localhost", AUTHORIZATION, body))
        .startsWith("HTTP/1.1 400")
        .contains("<Type>Sender</Type>");
  }

  private void assertNothingHappened() {
    assertThat(harness.client().listTopics().topics()).isEmpty();
  }

  private String post(String host, String headers, String body) throws IOException {
    return send(
        "POST / HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n%s\r\n%s"
            .formatted(host, body.length(), headers, body));
  }

  private String send(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), harness.endpoint().getPort())) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
