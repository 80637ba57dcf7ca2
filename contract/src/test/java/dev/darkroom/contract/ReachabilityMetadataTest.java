package dev.darkroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.stream.StreamPlan;
import org.junit.jupiter.api.Test;

class ReachabilityMetadataTest {
  @Test
  void everyRecordAndEnumOfManifestsAndPlansIsListed() {
    assertThat(ReachabilityMetadata.of("contract"))
        .isEqualTo(
            ReachabilityMetadata.of("dev.darkroom.contract", Manifest.class, StreamPlan.class));
  }

  @Test
  void typesInListsAndInsideOtherTypesAreFound() {
    assertThat(ReachabilityMetadata.of("dev.darkroom.contract", Manifest.class))
        .contains(
            "Rendition\"", "Media$Track\"", "Media$Color\"", "Manifest$Status\"", "ErrorCode\"");
  }
}
