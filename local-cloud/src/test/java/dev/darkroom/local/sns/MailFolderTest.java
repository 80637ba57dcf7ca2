package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {

  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\S+");

  @TempDir Path folder;
  private SnsHarness harness;
  private String topic;

  @BeforeEach
  void start() throws IOException {
    harness = new SnsHarness(folder);
    topic = harness.topic("media-completions");
  }

  @AfterEach
  void stop() throws IOException {
    harness.close();
  }

  @Test
  void aReaderIsAskedByMailAndToldAfterOpeningTheLink() throws Exception {
    harness.subscribe(topic, "email", "jane@example.org", Map.of());
    MimeMessage question = read(harness.awaitMail("confirm-your-subscription"));
    assertThat(question.getSubject()).isEqualTo("Confirm your subscription to media-completions");
    assertThat(question.getAllRecipients())
        .containsExactly(new InternetAddress("jane@example.org"));

    HttpResponse<String> page = open(link(question));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.body()).contains("<h1>Subscription confirmed</h1>");

    harness
        .client()
        .publish(
            r -> r.topicArn(topic).subject("Fertig: Grüße aus Köln").message("Größe: 12 MB\nЖ 漢"));
    MimeMessage mail = read(harness.awaitMail("fertig"));
    assertThat(mail.getSubject()).isEqualTo("Fertig: Grüße aus Köln");
    assertThat(mail.getFrom())
        .containsExactly(new InternetAddress("no-reply@darkroom.localhost", "Darkroom"));
    assertThat(mail.getSentDate()).isNotNull();
    assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@darkroom\\.localhost>");
    assertThat(text(mail))
        .startsWith("Größe: 12 MB\nЖ 漢\n")
        .contains("If you wish to stop receiving");
  }

  @Test
  void aMailIsPlainAsciiOnTheWayWhateverItSays() throws Exception {
    confirmedReader();

    harness.client().publish(r -> r.topicArn(topic).subject("Größe — fertig").message("Größe"));

    assertThat(Files.readString(harness.awaitMail("fertig")))
        .matches("(?s)\\p{ASCII}*")
        .contains("\r\n\r\n");
  }

  @Test
  void theLinkAtTheEndUnsubscribes() throws Exception {
    confirmedReader();
    harness.client().publish(r -> r.topicArn(topic).message("m"));
    MimeMessage mail = read(harness.awaitMail("notification-from"));
    assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + link(mail) + ">");

    assertThat(open(link(mail)).body()).contains("<h1>Unsubscribed</h1>");

    assertThat(harness.client().listSubscriptions().subscriptions()).isEmpty();
    assertThat(open(link(mail)).body()).contains("<h1>This link does not work</h1>");
  }

  @Test
  void filesSortByTimeAndSayWhatTheyAre() throws Exception {
    confirmedReader();

    harness
        .client()
        .publish(r -> r.topicArn(topic).subject("Größe: IMG_1.JPG / fertig").message("m"));

    String told = harness.awaitMail("fertig").getFileName().toString();
    String asked = harness.awaitMail("confirm").getFileName().toString();
    assertThat(asked)
        .matches(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.\\d{3}Z-confirm-your-subscription-to-media-completions-[0-9a-f]{8}\\.eml");
    assertThat(told).matches(".*Z-grosse-img-1-jpg-fertig-[0-9a-f]{8}\\.eml");
    assertThat(asked).isLessThan(told);
  }

  private void confirmedReader() throws Exception {
    harness.subscribe(topic, "email", "jane@example.org", Map.of());
    MimeMessage question = read(harness.awaitMail("confirm-your-subscription"));
    assertThat(open(link(question)).statusCode()).isEqualTo(200);
  }

  private static String link(MimeMessage mail) throws Exception {
    Matcher links = LINK.matcher(text(mail));
    assertThat(links.find()).isTrue();
    return links.group();
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((String) mail.getContent()).replace("\r\n", "\n");
  }

  private static MimeMessage read(Path file) throws Exception {
    try (var content = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), content);
    }
  }

  private static HttpResponse<String> open(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url))
              .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
              .build();
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
