package dev.darkroom.notify;

import static dev.darkroom.stage.store.SampleManifest.UPLOADED_AT;
import static dev.darkroom.stage.store.SampleManifest.film;
import static dev.darkroom.stage.store.SampleManifest.photo;
import static dev.darkroom.stage.store.SampleManifest.rendition;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.SampleManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people and programs get to read; the texts are in {@code notifications/}. */
final class NotificationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GOLDENS = Path.of("src/test/resources/notifications");
  private static final Schema SCHEMA = schema();

  private final NotificationWriter writer =
      new NotificationWriter(new Mail(Optional.of(URI.create("https://darkroom.example"))));

  @Test
  void aPhotoIsReady() {
    assertReads("photo", photo());
  }

  @Test
  void aVideoIsReadyButForItsPoster() {
    assertReads(
        "video",
        film()
            .withMissing(
                new Missing(
                    "storyboard",
                    Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "Its codec is hvc1."))));
  }

  @Test
  void aVideoIsReadyButForItsStream() {
    assertReads(
        "no-stream",
        film()
            .withMissing(
                new Missing(
                    "stream",
                    Rejection.of(
                        ErrorCode.GAVE_UP, "The stream's part at 12 s could not be coded."))));
  }

  @Test
  void outputsAreNamedAsPeopleNameThem() {
    String mail =
        new Mail(Optional.empty())
            .text(
                film()
                    .withRenditions(
                        List.of(
                            new Rendition(
                                "stream", "k", "application/vnd.apple.mpegurl", 1920, 1080, 312),
                            new Rendition("captions-en", "k", "text/vtt", 0, 0, 4_100)))
                    .build());

    assertThat(mail)
        .contains("  stream      1920 × 1080 pixels, HLS playlist, 312 bytes\n")
        .contains("  captions-en WebVTT, 4.1 KB\n");
  }

  @Test
  void aPhotoWasProcessedAgain() {
    assertReads("again", photo().withRequestedAt(UPLOADED_AT.plusSeconds(1)));
  }

  @Test
  void aFileCouldNotBeProcessed() {
    assertReads(
        "rejected",
        photo()
            .withFileName("Jörg & Söhne am großen Strand.jpg")
            .failed(Rejection.of(ErrorCode.TOO_MANY_PIXELS, "It has 1,000, the limit is 50.")));
  }

  @Test
  void aFileWasGivenUp() {
    assertReads("gave-up", photo().gaveUp());
  }

  @Test
  void aFileOfWhichLittleIsKnownAndAStrangeNameIsReady() {
    assertReads(
        "strange",
        photo()
            .withFileName("日本\r\nBcc: everyone@example.org " + "long ".repeat(30) + ".png")
            .withMedia(
                Media.picture(
                    MediaFormat.PNG,
                    1,
                    1,
                    picture(null, "yesterday\nevening", "Camera " + "x".repeat(600))))
            .withRenditions(java.util.List.of()));
  }

  @Test
  void withoutAPlaceForPeopleThereAreNoLinks() {
    String mail = new Mail(Optional.empty()).text(photo().gaveUp().build());

    assertThat(mail).doesNotContain("http", "POST");
  }

  @Test
  void filterPoliciesSeeStatusKindOwnerAndCode() {
    assertThat(write(film()).attributes())
        .isEqualTo(Map.of("status", "completed", "kind", "video", "owner", "local"));
    assertThat(write(photo().gaveUp()).attributes())
        .isEqualTo(
            Map.of("status", "failed", "kind", "image", "owner", "local", "code", "gave-up"));
  }

  @Test
  void moreOutputsThanTheTopicCarriesAreCutShort() {
    SampleManifest endless =
        photo()
            .withRenditions(
                IntStream.range(0, 5_000)
                    .mapToObj(i -> rendition("part-" + i, 1920, 1080, i))
                    .toList());

    Notification notification = write(endless);

    assertThat(notification.message().getBytes(StandardCharsets.UTF_8).length)
        .isBetween(64 * 1024, 255 * 1024);
    JsonNode machines = json(json(notification.message()).path("default").asText());
    assertThat(machines.path("truncated").asBoolean()).isTrue();
    assertThat(machines.path("renditions")).hasSizeBetween(500, 2_500);
    assertThat(json(notification.message()).path("email").asText()).contains("and 4970 more");
  }

  @Test
  void aFileThatSaysEndlessThingsAboutItselfIsAnnouncedAllTheSame() {
    var talkative = picture(1, null, "x\u0007ö".repeat(100_000));
    Notification notification =
        write(
            photo()
                .withMedia(Media.picture(MediaFormat.JPEG, 1, 1, talkative))
                .failed(Rejection.of(ErrorCode.CORRUPT_FILE, "y".repeat(300_000))));

    assertThat(notification.message().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(256 * 1024);
    JsonNode machines = json(json(notification.message()).path("default").asText());
    assertThat(machines.path("truncated").asBoolean()).isTrue();
    assertThat(machines.path("error").path("code").asText()).isEqualTo("corrupt-file");
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonComesWithAdviceAndFitsAPhone(ErrorCode code) {
    Notification notification = write(photo().failed(Rejection.of(code)));

    JsonNode texts = json(notification.message());
    assertThat(texts.path("email").asText()).contains(code.text(), Advice.on(code));
    assertThat(texts.path("sms").asText()).hasSizeLessThanOrEqualTo(140).matches("[ -~]+");
    assertDescribed(texts);
  }

  private void assertReads(String golden, SampleManifest sample) {
    Notification notification = write(sample);
    JsonNode texts = json(notification.message());
    assertThat(notification.subject()).hasSizeLessThan(100).matches("[ -~]+");
    assertDescribed(texts);
    String machines = json(texts.path("default").asText()).toPrettyString();
    String text =
        "Subject: %s\nSMS: %s\n\n%s\n%s\n"
            .formatted(
                notification.subject(),
                texts.path("sms").asText(),
                texts.path("email").asText(),
                machines);
    Path file = GOLDENS.resolve(golden + ".txt");
    if (Boolean.getBoolean("goldens.update")) {
      write(file, text);
    }
    assertThat(text)
        .as(
            "%s is out of date; if the new text is right: mvn -pl notifier -am test"
                + " -Dtest=NotificationTest -Dsurefire.failIfNoSpecifiedTests=false"
                + " -Dgoldens.update=true",
            file)
        .isEqualTo(read(file));
  }

  private static void assertDescribed(JsonNode texts) {
    assertThat(SCHEMA.validate(json(texts.path("default").asText()))).isEmpty();
  }

  private Notification write(SampleManifest sample) {
    return writer.write(sample.build(), "darkroom-media");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema() {
    String name = "notification.schema.json";
    try (var in = Objects.requireNonNull(Completion.class.getResourceAsStream(name), name)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JSON.readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Media.Picture picture(
      @Nullable Integer orientation, @Nullable String takenAt, @Nullable String camera) {
    return new Media.Picture(
        orientation, takenAt, camera, null, null, null, null, null, null, null);
  }
}
