package dev.darkroom.local.alarm;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.infra.Stack;
import dev.darkroom.local.disk.DurableFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Looks at the figures of a running host every few seconds, and tells which alarms they raise. */
public final class AlarmWatch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final AlarmBoard board;
  private final URI metrics;
  private final Path file;
  private final Consumer<String> changes;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("alarms").factory());

  private AlarmWatch(Stack stack, URI metrics, Path file, Consumer<String> changes) {
    this.board = new AlarmBoard(stack);
    this.metrics = metrics;
    this.file = file;
    this.changes = changes;
  }

  /**
   * Begins to watch.
   *
   * @param management address of the host's management port
   * @param file holds the raised alarms, always up to date
   * @param changes takes a line for each alarm that is raised or over
   * @throws IOException if the file cannot be written
   */
  public static AlarmWatch start(Stack stack, URI management, Path file, Consumer<String> changes)
      throws IOException {
    var watch = new AlarmWatch(stack, management.resolve("/metrics"), file, changes);
    watch.write();
    var _ =
        watch.clock.scheduleWithFixedDelay(
            watch::look, PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    return watch;
  }

  private void look() {
    try {
      var request = HttpRequest.newBuilder(metrics).timeout(PAUSE).build();
      var figures = Figures.parse(client.send(request, BodyHandlers.ofString()).body());
      var changed = board.add(Instant.now(), figures);
      if (!changed.isEmpty()) {
        write();
        changed.forEach(change -> changes.accept(change.toString()));
      }
    } catch (IOException | RuntimeException missed) {
      // The next look may succeed; an exception would end the watch.
      System.out.println("Alarms could not be looked at or told: " + missed);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() throws IOException {
    DurableFile.write(file, board.text().getBytes(UTF_8));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    client.close();
  }
}
