package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.host.clock.ScheduleSpec;
import dev.darkroom.host.http.HttpRoute;
import dev.darkroom.host.queue.QueueSourceSpec;
import dev.darkroom.host.runtime.FunctionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostConfigTest {

  @Test
  void everythingThatIsWrongIsSaidAtOnce(@TempDir Path folder) {
    var function =
        new FunctionSpec(
            "no good", folder.resolve("none.zip"), " ", 64, Duration.ofHours(1), 0, Map.of());
    var source = new QueueSourceSpec("nobody", "", "jobs", 11, Duration.ZERO, true);
    assertThatThrownBy(
            () ->
                new HostConfig(
                    folder,
                    -1,
                    65_536,
                    List.of(function, function),
                    List.of(source),
                    List.of(
                        new HttpRoute("nobody", "FETCH", "media/{id"),
                        new HttpRoute("nobody", "FETCH", "media/{id")),
                    List.of(),
                    List.of(new ScheduleSpec("nobody", Duration.ZERO, Duration.ZERO, "{}")),
                    null,
                    line -> {},
                    Timing.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "HTTP port -1 is not in 0..65535",
            "management port 65536",
            "the name must match",
            "no readable package at " + folder.resolve("none.zip"),
            "the handler is empty",
            "memory 64 MiB is not in 128..10240",
            "timeout PT1H is not in",
            "concurrency 0 is not in 1..1000",
            "function 'no good' is defined twice",
            "the queue's URL is empty",
            "'jobs' is no ARN",
            "a batch size above 10 needs a batching window",
            "queue source jobs: no function 'nobody'",
            "no client for SQS",
            "the method is not one of",
            "the path is malformed",
            "route 'FETCH media/{id': no function 'nobody'",
            "route 'FETCH media/{id' is defined twice",
            "schedule of 'nobody': the rate PT0S is below 1 s",
            "schedule: no function 'nobody'");
  }
}
