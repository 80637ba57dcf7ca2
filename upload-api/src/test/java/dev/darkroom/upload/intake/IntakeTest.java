package dev.darkroom.upload.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.FileName;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Write;
import dev.darkroom.upload.config.UploadLimits;
import dev.darkroom.upload.intake.Intake.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final FileName NAME = new FileName("a.txt");
  private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a'};
  private static final byte[] MOV = {0, 0, 0, 8, 'f', 't', 'y', 'p', 'q', 't', ' ', ' '};

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final Intake intake = intake(store);

  @Test
  void theContentDecidesWhatItIs() {
    assertThat(stored(GIF).kind()).isEqualTo(MediaKind.IMAGE);
    OriginalKey film = stored(MOV);
    assertThat(film.kind()).isEqualTo(MediaKind.VIDEO);
    assertThat(store.head(film.key()).orElseThrow().contentType())
        .isEqualTo(MediaFormat.MOV.contentType());
  }

  @Test
  void aFormatThatIsNotSupportedIsNamed() {
    byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    assertThat(intake.receive(Owner.LOCAL, NAME, pdf))
        .isEqualTo(new Receipt.Refused(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "It is a PDF.")));
  }

  @Test
  void theSameFileTwiceIsTwoUploads() {
    assertThat(stored(GIF).id()).isNotEqualTo(stored(GIF).id());
  }

  @Test
  void aFileWhoseFirstAnswerWasLostIsStored() {
    var forgetful =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            store.putIfAbsent(key, options, bytes);
            return store.putIfAbsent(key, options, bytes);
          }
        };

    assertThat(intake(forgetful).receive(Owner.LOCAL, NAME, GIF))
        .isInstanceOf(Receipt.Stored.class);
    assertThat(store.keys("")).hasSize(1);
  }

  @Test
  void anotherFileAtTheSameKeyIsNotTakenForThisOne() {
    var taken =
        new ForwardingObjectStore(store) {
          @Override
          public Write putIfAbsent(String key, PutOptions options, byte[] bytes) {
            store.put(key, options, MOV);
            return new Write.Lost();
          }
        };

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> intake(taken).receive(Owner.LOCAL, NAME, GIF));
  }

  @Test
  void whatIsRefusedLeavesNothing() {
    assertThat(refused(new byte[0])).isEqualTo(ErrorCode.EMPTY_FILE);
    assertThat(refused(new byte[] {1, 2, 3})).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
    assertThat(refused(Arrays.copyOf(GIF, 21))).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(store.keys("")).isEmpty();
  }

  private static Intake intake(ObjectStore store) {
    return new Intake(
        store,
        new MediaIds(Clock.systemUTC(), new Random(7)),
        new UploadLimits(1000, 20, Duration.ofMinutes(15), Duration.ofHours(1)));
  }

  private OriginalKey stored(byte[] file) {
    return switch (intake.receive(Owner.LOCAL, NAME, file)) {
      case Receipt.Stored(OriginalKey original) -> original;
      case Receipt.Refused(Rejection rejection) -> throw new AssertionError(rejection);
    };
  }

  private ErrorCode refused(byte[] file) {
    return switch (intake.receive(Owner.LOCAL, NAME, file)) {
      case Receipt.Stored(OriginalKey original) -> throw new AssertionError(original);
      case Receipt.Refused(Rejection rejection) -> rejection.code();
    };
  }
}
