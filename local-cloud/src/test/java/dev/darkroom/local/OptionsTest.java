package dev.darkroom.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.Options.HostAndPort;
import dev.darkroom.local.fault.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command line of {@code ./darkroom up}. */
final class OptionsTest {
  @TempDir Path folder;
  private Path template;

  @BeforeEach
  void writeTemplate() throws Exception {
    template = Files.writeString(folder.resolve("template.yaml"), "Resources: {}");
  }

  @Test
  void everythingHasADefault() {
    assertThat(parse())
        .isEqualTo(
            new Options(
                template,
                Path.of(".darkroom"),
                8080,
                "darkroom",
                Optional.empty(),
                Optional.empty(),
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                Map.of(),
                Map.of(),
                List.of()));
  }

  @Test
  void everythingCanBeSet() {
    assertThat(
            parse(
                "--data", "state",
                "--port", "9000",
                "--stack", "mine",
                "--endpoint", "http://127.0.0.1:4566",
                "--smtp", "localhost:1025",
                "--concurrency", "8",
                "--parameter", "ImageTimeout=10",
                "--parameter", "AllowedOrigin=https://example.com/?a=b",
                "--setting", "DARKROOM_VIDEO_HLS=true",
                "--fault", "slow:originals/:1500",
                "--fault", "duplicated:",
                "--fault", "delayed:processed/:20",
                "--fault", "lost-answer:processed/:2"))
        .isEqualTo(
            new Options(
                template,
                Path.of("state"),
                9000,
                "mine",
                Optional.of(URI.create("http://127.0.0.1:4566")),
                Optional.of(new HostAndPort("localhost", 1025)),
                8,
                Map.of("ImageTimeout", "10", "AllowedOrigin", "https://example.com/?a=b"),
                Map.of("DARKROOM_VIDEO_HLS", "true"),
                List.of(
                    new Fault.Slow("originals/", Duration.ofMillis(1500)),
                    new Fault.Duplicated(""),
                    new Fault.Delayed("processed/", Duration.ofMillis(20)),
                    new Fault.LostAnswer("processed/", 2))));
  }

  @Test
  void theLastOfTwoValuesWins() {
    assertThat(parse("--port", "9000", "--port", "9100").port()).isEqualTo(9100);
    assertThat(parse("--setting", "A=1", "--setting", "A=2").settings())
        .isEqualTo(Map.of("A", "2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --template nowhere.yaml   | 'nowhere.yaml' is not a readable file
          --template .              | '.' is not a readable file
          --port 65532              | '65532' is not a number from 0 to 65531
          --port -1                 | '-1' is not a number from 0 to 65531
          --port http               | 'http' is not a number from 0 to 65531
          --stack Mine              | 'Mine' is not a name of 1 to 31 characters out of a-z, 0-9 and -
          --endpoint localhost      | 'localhost' is not a URL like http://127.0.0.1:4566
          --endpoint http://a/b/c   | 'http://a/b/c' is not a URL like http://127.0.0.1:4566
          --smtp 25                 | '25' is not HOST:PORT
          --smtp localhost:0        | 'localhost:0' is not HOST:PORT
          --concurrency 0           | '0' is not a number from 1 to 1000
          --parameter ImageTimeout  | 'ImageTimeout' is not NAME=VALUE
          --setting =true           | '=true' is not NAME=VALUE
          --fault slow:originals/   | 'slow:originals/' is none of the kinds below
          --fault slow:originals/:0 | 'slow:originals/:0' is none of the kinds below
          --fault fast:originals/:1 | 'fast:originals/:1' is none of the kinds below
          --data                    | Missing required parameter for option '--data' (DIR)
          --color                   | Unknown option: '--color'
          photo.jpg                 | Unmatched argument at index 0: 'photo.jpg'
          """)
  void wrongUsageIsToldWithItsReasonAndExitsWithTwo(String arguments, String reason) {
    var errors = new StringWriter();
    var line = LocalDarkroom.commandLine().setErr(new PrintWriter(errors));

    assertThat(line.execute(arguments.split(" "))).isEqualTo(2);
    assertThat(errors.toString()).contains(reason);
  }

  @Test
  void helpNamesEveryOption() {
    var help = new StringWriter();

    assertThat(LocalDarkroom.commandLine().setOut(new PrintWriter(help)).execute("--help"))
        .isZero();

    assertThat(help.toString())
        .contains("Usage: ./darkroom up")
        .contains("--template", "--data", "--port", "--parameter", "--setting", "--stack")
        .contains("--endpoint", "--smtp", "--concurrency", "--fault");
  }

  @Test
  void portsFollowTheFirstUnlessAnyWillDo() {
    assertThat(parse("--port", "9000").port(3)).isEqualTo(9003);
    assertThat(parse("--port", "0").port(3)).isZero();
  }

  private Options parse(String... arguments) {
    var all = new ArrayList<>(List.of("--template", template.toString()));
    all.addAll(List.of(arguments));
    var options = new CommandLineOptions();
    new CommandLine(options)
        .setOverwrittenOptionsAllowed(true)
        .parseArgs(all.toArray(String[]::new));
    return options.options();
  }
}
