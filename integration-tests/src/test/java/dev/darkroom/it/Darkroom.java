package dev.darkroom.it;

import static org.awaitility.Awaitility.await;

import dev.darkroom.contract.MediaKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a whole Darkroom in its own process. */
final class Darkroom implements AutoCloseable {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /**
   * Timeouts long enough for the work of any test, and a ladder whose last rung suits small videos.
   */
  private static final List<String> PARAMETERS =
      Stream.of(
              "ImageTimeout=" + TIMEOUT.toSeconds(),
              "VideoTimeout=" + TIMEOUT.toSeconds(),
              "StreamTimeout=" + TIMEOUT.toSeconds(),
              "StreamLadder=1080,720,480,160")
          .flatMap(parameter -> Stream.of("--parameter", parameter))
          .toList();

  private final Path data;

  /** Unique, so that several runs can share an emulator. */
  private final String stack = "it-" + Long.toString(System.currentTimeMillis(), 36);

  private final Optional<URI> endpoint;
  private final List<String> options;
  private Running running;

  private record Running(Process process, Environment environment) {}

  private Darkroom(Path data, Optional<URI> endpoint, List<String> options) {
    this.data = data;
    this.endpoint = endpoint;
    this.options = options;
    this.running = launch();
  }

  /**
   * Starts a Darkroom with a data folder of its own.
   *
   * @param endpoint where S3, SQS and SNS are; empty for the local cloud
   * @param options further options of the program
   */
  static Darkroom start(Optional<URI> endpoint, String... options) {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      Path data = Files.createTempDirectory(target, "darkroom-").toAbsolutePath();
      // Unpacked functions and their ahead-of-time caches are the same for every Darkroom.
      Path functions = Files.createDirectories(target.resolve("functions")).toAbsolutePath();
      Files.createSymbolicLink(data.resolve("functions"), functions);
      return new Darkroom(data, endpoint, List.of(options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Running launch() {
    Path environment = data.resolve("env");
    try {
      Files.deleteIfExists(environment);
      Process process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
              .start();
      await("Darkroom to start, its log is " + data.resolve("log"))
          .atMost(START_LIMIT)
          .failFast("it ended, see its log", () -> !process.isAlive())
          .until(() -> Files.exists(environment));
      var running = new Running(process, Environment.read(environment));
      bringBackSoon(new Cloud(running.environment()));
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has what a killed worker held come again after its timeout, not after six times that. */
  private static void bringBackSoon(Cloud cloud) {
    for (MediaKind kind : MediaKind.values()) {
      cloud.jobs(kind).visibility(TIMEOUT);
    }
    cloud.tasks().visibility(TIMEOUT);
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + ROOT.resolve("local-cloud/jvm.options"));
    command.addAll(List.of("-jar", ROOT.resolve("local-cloud/target/local-cloud.jar").toString()));
    command.addAll(List.of("--template", ROOT.resolve("infra/template.yaml").toString()));
    command.addAll(List.of("--data", data.toString(), "--port", "0"));
    command.addAll(List.of("--stack", stack));
    endpoint.ifPresent(uri -> command.addAll(List.of("--endpoint", uri.toString())));
    command.addAll(PARAMETERS);
    command.addAll(options);
    return command;
  }

  /** Returns the folder that holds all state. */
  Path data() {
    return data;
  }

  Api api() {
    return new Api(environment().uri("DARKROOM_URL"));
  }

  Cloud cloud() {
    return new Cloud(environment());
  }

  Workers workers() {
    return new Workers(environment().uri("DARKROOM_METRICS"));
  }

  Figures figures() {
    return Figures.read(environment().uri("DARKROOM_METRICS"));
  }

  Operator operator() {
    return new Operator(environment());
  }

  /** Returns the mails sent so far, oldest first. Only the local cloud keeps them. */
  List<String> mails() {
    try (Stream<Path> files = Files.list(Path.of(environment().get("DARKROOM_MAIL")))) {
      return files.sorted().map(Darkroom::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Environment environment() {
    return running.environment();
  }

  /** Kills the process like a power cut: nothing is shut down. */
  void kill() {
    running.process().destroyForcibly().onExit().join();
  }

  /** Starts it again on the same data. */
  void restart() {
    running = launch();
  }

  @Override
  public void close() {
    running.process().destroy();
    if (running
        .process()
        .onExit()
        .completeOnTimeout(running.process(), 20, TimeUnit.SECONDS)
        .join()
        .isAlive()) {
      kill();
    }
  }
}
