package dev.darkroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorCodeTest {
  @ParameterizedTest
  @EnumSource
  void isAStableWordAnHttpStatusAndASentence(ErrorCode code) {
    assertThat(code.toString()).matches("[a-z]+(-[a-z]+)*");
    assertThat(code.httpStatus()).isBetween(400, 500);
    assertThat(code.text()).matches("[A-Z][^.]*\\.");
  }
}
