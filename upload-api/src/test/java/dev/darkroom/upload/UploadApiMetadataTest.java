package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ReachabilityMetadata;
import dev.darkroom.upload.http.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UploadApiMetadataTest {
  @Test
  void everyRecordAndEnumOfRequestsAndAnswersIsListed() {
    Class<?>[] roots =
        Stream.concat(
                Stream.of(Problem.class),
                Stream.of(
                        "media.Accepted",
                        "media.MediaPage",
                        "media.MediaView",
                        "ticket.UploadRequest",
                        "ticket.UploadTicket")
                    .map(UploadApiMetadataTest::type))
            .toArray(Class<?>[]::new);

    assertThat(ReachabilityMetadata.of("upload-api"))
        .isEqualTo(ReachabilityMetadata.of("dev.darkroom.upload", roots));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName("dev.darkroom.upload." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
