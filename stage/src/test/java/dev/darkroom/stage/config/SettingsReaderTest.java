package dev.darkroom.stage.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.contract.MediaKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  @Test
  void everyFaultIsReportedAtOnce() {
    Map<String, String> wrong =
        Map.of(
            "kind", "sound",
            "count", "eleven",
            "size", "6G",
            "duration", "soon",
            "flag", "maybe",
            "list", "1, two, 3, four");

    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(
            () ->
                read(
                    wrong,
                    read ->
                        List.of(
                            read.text("name"),
                            read.choice("kind", MediaKind.class),
                            read.count("count", 5, 1, 10),
                            read.size("size", "1G", "1", "5G"),
                            read.duration("duration", "1s", "0s", "1h"),
                            read.flag("flag", true),
                            read.list("list", "", Integer::parseInt))))
        .withMessage(
            """
            The configuration is not valid:
            - name: must be set
            - kind: sound is none of image, video
            - count: eleven is not a whole number
            - size: 6G is not between 1 and 5G
            - duration: soon is not a duration like 500ms, 15m or 7d
            - flag: maybe is neither true nor false
            - list: For input string: "two"
            - list: For input string: "four\"""");
  }

  @Test
  void aFaultOfSeveralSettingsTogetherIsReportedToo() {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(
            () ->
                read(
                    Map.of(),
                    read -> {
                      read.fault("names", "two are the same");
                      return "";
                    }))
        .withMessageEndingWith("\n- names: two are the same");
  }

  @Test
  void whatIsNotSetReadsAsItsDefault() {
    List<Object> defaults =
        read(
            Map.of(),
            read ->
                List.of(
                    read.count("count", 5, 1, 10),
                    read.flag("flag", true),
                    read.size("size", "2K", "1", "5G"),
                    read.duration("wait", "2m", "0s", "1h"),
                    read.list("list", "1,2", Integer::parseInt),
                    read.optional("path", Path::of)));

    assertThat(defaults)
        .containsExactly(
            5, true, 2048L, Duration.ofMinutes(2), List.of(1, 2), Optional.<Path>empty());
  }

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "3s, PT3S",
    "90, PT1M30S",
    "15M, PT15M",
    "1h30m, PT1H30M",
    "7D, P7D",
    "PT0.001S, PT0.001S"
  })
  void durationsAreReadAsPeopleWriteThem(String text, Duration expected) {
    Duration wait = read(Map.of("wait", text), read -> read.duration("wait", "1s", "0s", "7d"));

    assertThat(wait).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"17, 17", "64K, 65536", "5m, 5242880", "1G, 1073741824"})
  void sizesAreReadAsPeopleWriteThem(String text, long expected) {
    long size = read(Map.of("size", text), read -> read.size("size", "1", "0", "1T"));

    assertThat(size).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K", "-1", "1.5G", "5 GB", "99999999999T", "9223372036854775808"})
  void whatIsNoSizeIsAFault(String text) {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> read(Map.of("size", text), read -> read.size("size", "1", "0", "1T")))
        .withMessageContaining("size: " + text + " is not a size like 64K or 5G");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "-5", "ms", "1 h", "99999999999999999999h"})
  void whatIsNoDurationIsAFault(String text) {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(
            () -> read(Map.of("wait", text), read -> read.duration("wait", "1s", "0s", "7d")))
        .withMessageContaining("wait: " + text + " is not a duration like 500ms, 15m or 7d");
  }

  private static <T> T read(Map<String, String> source, Function<SettingsReader, T> settings) {
    return SettingsReader.read(name -> Optional.ofNullable(source.get(name)), settings);
  }
}
