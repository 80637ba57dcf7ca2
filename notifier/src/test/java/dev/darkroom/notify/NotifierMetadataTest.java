package dev.darkroom.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ReachabilityMetadata;
import org.junit.jupiter.api.Test;

class NotifierMetadataTest {
  @Test
  void everyRecordAndEnumOfAnnouncementsIsListed() {
    assertThat(ReachabilityMetadata.of("notifier"))
        .isEqualTo(ReachabilityMetadata.of("dev.darkroom.notify", Completion.class));
  }
}
