package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.fixtures.Fixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was accepted survives a power cut in the middle of a full queue. */
final class RestartTest {
  private static final int PHOTOS = 12;

  @Test
  void everythingAcceptedBeforeAPowerCutIsFinishedAfterIt() {
    try (Darkroom darkroom = Darkroom.start(Optional.empty())) {
      List<MediaId> accepted = new ArrayList<>();
      for (int i = 0; i < PHOTOS; i++) {
        accepted.add(
            new MediaId(
                darkroom
                    .api()
                    .upload("p" + i + ".jpg", "image/jpeg", Fixtures.PHONE_PHOTO.bytes())));
      }

      darkroom.kill();
      darkroom.restart();

      for (MediaId id : accepted) {
        assertThat(darkroom.cloud().awaitManifest(id).status()).isEqualTo(Status.COMPLETED);
      }
    }
  }
}
