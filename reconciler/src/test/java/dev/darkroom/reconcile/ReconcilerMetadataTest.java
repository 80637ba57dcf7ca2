package dev.darkroom.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ReachabilityMetadata;
import dev.darkroom.reconcile.pass.Cursor;
import org.junit.jupiter.api.Test;

final class ReconcilerMetadataTest {
  @Test
  void everyRecordAndEnumOfCallsAndCursorsIsListed() {
    assertThat(ReachabilityMetadata.of("reconciler"))
        .isEqualTo(
            ReachabilityMetadata.of(
                "dev.darkroom.reconcile", Cursor.class, Request.class, Report.class));
  }
}
