package dev.darkroom.stage.announce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ReachabilityMetadata;
import org.junit.jupiter.api.Test;

final class MarkerMetadataTest {
  @Test
  void everyRecordAndEnumOfMarkersIsListed() {
    assertThat(ReachabilityMetadata.of("stage"))
        .isEqualTo(ReachabilityMetadata.of("dev.darkroom.stage", Marker.class));
  }
}
