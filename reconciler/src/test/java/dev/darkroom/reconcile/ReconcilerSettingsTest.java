package dev.darkroom.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.reconcile.pass.Ages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReconcilerSettingsTest {
  private static final Map<String, String> PLACES =
      Map.of(
          "darkroom.bucket", "media",
          "darkroom.image-queue-url", "images",
          "darkroom.video-queue-url", "videos",
          "darkroom.stream-queue-url", "streams",
          "darkroom.completion-queue-url", "completions");

  private static ReconcilerSettings read(Map<String, String> more) {
    var settings = new HashMap<>(PLACES);
    settings.putAll(more);
    return ReconcilerSettings.of(name -> Optional.ofNullable(settings.get(name)));
  }

  @Test
  void onlyPlacesMustBeSet() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new ReconcilerSettings(
                "media",
                Map.of(MediaKind.IMAGE, "images", MediaKind.VIDEO, "videos"),
                "streams",
                "completions",
                new Ages(
                    Duration.ofMinutes(90),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofMinutes(75)),
                Duration.ofSeconds(10)));
  }

  @Test
  void agesAreSecondsAsTheTemplateWritesThem() {
    assertThat(read(Map.of("darkroom.lost-after-image", "90")).ages().image())
        .isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThatThrownBy(
            () ->
                ReconcilerSettings.of(
                    name -> Optional.of("0s").filter(_ -> name.startsWith("darkroom.lost-after-"))))
        .hasMessageContainingAll(
            "darkroom.bucket: must be set",
            "darkroom.image-queue-url: must be set",
            "darkroom.completion-queue-url: must be set",
            "darkroom.lost-after-image: 0s is not between 1s and 14d",
            "darkroom.lost-after-announcement: 0s is not between");
  }

  @Test
  void aCallMayNameAnAge() {
    assertThat(new Request("90s").age()).contains(Duration.ofSeconds(90));
    assertThat(new Request(null).age()).isEmpty();
    assertThatThrownBy(() -> new Request("soon").age())
        .hasMessageContaining("olderThan: soon is not a duration like");
  }
}
