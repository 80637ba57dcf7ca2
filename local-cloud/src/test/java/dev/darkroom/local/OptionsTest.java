package dev.darkroom.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.Options.HostAndPort;
import dev.darkroom.local.OptionsParser.Parsed;
import dev.darkroom.local.fault.Fault;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line may say. */
final class OptionsTest {
  @TempDir Path folder;
  private Path template;

  @BeforeEach
  void writeTemplate() throws Exception {
    template = Files.writeString(folder.resolve("template.yaml"), "Resources: {}");
  }

  @Test
  void nothingNeedsToBeSaidButWhereTheTemplateIs() {
    assertThat(parse())
        .isEqualTo(
            new Parsed.Accepted(
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
                    List.of())));
  }

  @Test
  void everythingCanBeSaid() {
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
            new Parsed.Accepted(
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
                        new Fault.LostAnswer("processed/", 2)))));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(
            OptionsParser.parse(
                List.of(
                    "--template",
                    "nowhere.yaml",
                    "--port",
                    "65532",
                    "--stack",
                    "Not A Bucket",
                    "--endpoint",
                    "localhost",
                    "--smtp",
                    "25",
                    "--concurrency",
                    "0",
                    "--parameter",
                    "ImageTimeout",
                    "--setting",
                    "=true",
                    "--fault",
                    "slow:originals/",
                    "--color",
                    "--data")))
        .isEqualTo(
            new Parsed.Refused(
                List.of(
                    "--port: '65532' is not a number from 0 to 65531",
                    "--stack: 'Not A Bucket' is not 1 to 31 of a-z, 0-9 and -",
                    "--endpoint: 'localhost' is not a URL like http://127.0.0.1:4566",
                    "--smtp: '25' is not HOST:PORT",
                    "--concurrency: '0' is not a number from 1 to 1000",
                    "--parameter: 'ImageTimeout' is not NAME=VALUE",
                    "--setting: '=true' is not NAME=VALUE",
                    "--fault: 'slow:originals/' is none of the kinds below",
                    "there is no option --color",
                    "--data needs a value",
                    "--template: there is no readable file nowhere.yaml")));
  }

  @Test
  void portsFollowTheFirstUnlessAnyWillDo() {
    assertThat(accepted("--port", "9000").port(3)).isEqualTo(9003);
    assertThat(accepted("--port", "0").port(3)).isZero();
  }

  private Options accepted(String... arguments) {
    return ((Parsed.Accepted) parse(arguments)).options();
  }

  private Parsed parse(String... arguments) {
    return OptionsParser.parse(
        Stream.concat(Stream.of("--template", template.toString()), Stream.of(arguments)).toList());
  }
}
