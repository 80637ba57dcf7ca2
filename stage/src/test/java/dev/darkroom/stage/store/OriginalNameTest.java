package dev.darkroom.stage.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.FileName;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginalNameTest {
  private static final OriginalKey KEY =
      OriginalKey.of(
          MediaKind.IMAGE, SampleManifest.OWNER, SampleManifest.ID, new FileName("Am Strand.jpg"));

  @ParameterizedTest
  @ValueSource(strings = {"beach.jpg", "Jörg am Strand.jpg", "1+1=2 & 100%.png", "🎞️.mp4"})
  void isReadAsItWasKept(String name) {
    String kept = OriginalName.encode(new FileName(name));

    assertThat(kept).matches("[ -~]+").doesNotContain(" ");
    assertThat(of(Map.of("file-name", kept))).isEqualTo(name);
  }

  @Test
  void theLongestNameFitsTheMetadata() {
    String longest = OriginalName.encode(new FileName("🎞".repeat(300)));

    assertThat(longest.length()).isLessThan(2048 - OriginalName.METADATA_KEY.length());
  }

  @Test
  void filesDroppedWithOtherToolsAreCalledByTheirKeys() {
    assertThat(of(Map.of())).isEqualTo("Am-Strand.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b.jpg", "100%.jpg"})
  void aNameNobodyEncodedIsTakenAsItIs(String name) {
    assertThat(of(Map.of("file-name", name))).isEqualTo(name);
  }

  private static String of(Map<String, String> metadata) {
    return OriginalName.of(
        new ObjectInfo(KEY.key(), "e1", 1, "image/jpeg", Instant.EPOCH, metadata), KEY);
  }
}
