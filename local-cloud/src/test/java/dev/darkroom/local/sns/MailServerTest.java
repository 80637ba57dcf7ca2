package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

  private static final Mail MAIL =
      new Mail(
          "6f1a",
          "2026-01-01T00:00:00.000Z",
          "jane@example.org",
          "Größe",
          "Text\n.\nnach dem Punkt: ü\n",
          "http://127.0.0.1/");

  @TempDir Path folder;
  private GreenMail server;

  @BeforeEach
  void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void aServerTakesTheMailAsWritten() throws Exception {
    assertThat(MailDelivery.smtp("127.0.0.1", port()).deliver(MAIL))
        .isEqualTo(new Receipt.Delivered());

    MimeMessage received = server.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("Größe");
    assertThat(received.getMessageID()).isEqualTo("<6f1a@darkroom.localhost>");
    assertThat(((String) received.getContent()).replace("\r\n", "\n").strip())
        .isEqualTo(MAIL.text().strip());
  }

  @Test
  void aServerThatIsNotThereIsAReasonToTryAgain() {
    int port = port();
    server.stop();

    assertThatThrownBy(() -> MailDelivery.smtp("127.0.0.1", port).deliver(MAIL))
        .isInstanceOf(IOException.class);
  }

  @Test
  void subscriptionsByMailGoThroughTheServerThatWasConfigured() throws IOException {
    try (SnsHarness harness = new SnsHarness(folder, MailDelivery.smtp("127.0.0.1", port()))) {
      harness.subscribe(harness.topic("t"), "email", "jane@example.org", Map.of());

      assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
    }
  }

  private int port() {
    return server.getSmtp().getPort();
  }
}
