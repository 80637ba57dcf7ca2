package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Missing;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the policy is {@code never}, videos keep their own coding. */
final class StreamSwitchedOffTest {
  @Test
  void aVideoThatBrowsersDoNotPlaySaysWhyItHasNoStream(@TempDir Path folder) {
    Path original = Clip.phone(folder, 5);
    try (var darkroom = Darkroom.start(Optional.empty(), "--parameter", "Stream=never")) {
      Cloud cloud = darkroom.cloud();
      MediaId id = new Streams(darkroom).upload(original);

      Manifest manifest = cloud.awaitManifest(id);

      assertThat(manifest.status()).isEqualTo(Status.COMPLETED);
      assertThat(Streams.names(manifest)).contains("poster", "video").doesNotContain("stream");
      assertThat(manifest.missing())
          .extracting(Missing::name, Missing::code)
          .containsExactly(tuple("stream", ErrorCode.UNSUPPORTED_FORMAT));
      assertThat(Arrays.equals(Clip.bytes(original), cloud.bytes(manifest.original().key())))
          .isTrue();
    }
  }
}
