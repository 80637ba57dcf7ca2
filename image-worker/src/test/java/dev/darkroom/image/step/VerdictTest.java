package dev.darkroom.image.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.image.decode.UnsupportedCoding;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
  static Stream<Throwable> installationFaults() {
    return Stream.of(
        new NoClassDefFoundError("org/example/Reader"),
        new ExceptionInInitializerError(new NullPointerException()),
        new UnsatisfiedLinkError("libleptonica.so.6"),
        new ServiceConfigurationError("javax.imageio.spi.ImageReaderSpi"),
        new InterruptedIOException("the process ends"));
  }

  @ParameterizedTest
  @MethodSource("installationFaults")
  void aFaultOfTheInstallationIsThrownSoThatTheJobIsTriedAgain(Throwable fault) {
    assertThatThrownBy(() -> Verdict.of(fault, false)).isSameAs(fault);
    assertThatThrownBy(() -> Verdict.of(new IOException("wrapped", fault), true)).isSameAs(fault);
  }

  @Test
  void anyOtherFailureIsTheFiles() throws Exception {
    assertThat(code(new Malformed(0, "no picture"), false)).isEqualTo(ErrorCode.CORRUPT_FILE);
    assertThat(code(new StackOverflowError(), false)).isEqualTo(ErrorCode.CORRUPT_FILE);
    assertThat(code(new IOException(), true)).isEqualTo(ErrorCode.TOOK_TOO_LONG);
    assertThat(code(new OutOfMemoryError(), true)).isEqualTo(ErrorCode.OUT_OF_MEMORY);
    assertThat(code(new UnsupportedCoding("12 bits"), true))
        .isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
  }

  private static ErrorCode code(Throwable failure, boolean late) throws InterruptedIOException {
    return Verdict.of(failure, late).code();
  }
}
