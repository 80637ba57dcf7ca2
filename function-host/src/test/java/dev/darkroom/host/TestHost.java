package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.host.clock.ScheduleSpec;
import dev.darkroom.host.http.HttpRoute;
import dev.darkroom.host.queue.MonitoredQueue;
import dev.darkroom.host.queue.QueueSourceSpec;
import dev.darkroom.host.runtime.FunctionSpec;
import dev.darkroom.host.runtime.InvocationResult;
import dev.darkroom.host.sample.FunctionZip;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A host with functions made for a test, and what it logged. */
public final class TestHost implements AutoCloseable {

  /** Room and time enough for whatever a test does not limit. */
  public static final int AMPLE_MEMORY_MIB = 512;

  public static final Duration AMPLE_TIME = Duration.ofSeconds(60);

  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    // A machine may be busy with other things; what never comes still fails the test.
    Awaitility.setDefaultTimeout(AMPLE_TIME);
  }

  private final FunctionHost host;
  private final List<String> log;
  private final HttpClient http = HttpClient.newHttpClient();

  private TestHost(FunctionHost host, List<String> log) {
    this.host = host;
    this.log = log;
  }

  /** What a test may say about its host; the rest is ample. */
  public static final class Plan {
    private final Path folder;
    private final List<FunctionSpec> functions = new ArrayList<>();
    private final List<QueueSourceSpec> sources = new ArrayList<>();
    private final List<HttpRoute> routes = new ArrayList<>();
    private final List<MonitoredQueue> queues = new ArrayList<>();
    private final List<ScheduleSpec> schedules = new ArrayList<>();
    private @Nullable SqsClient sqs;
    private Timing timing = new Timing(AMPLE_TIME, AMPLE_TIME, AMPLE_TIME, Duration.ofSeconds(10));

    private Plan(Path folder) {
      this.folder = folder;
    }

    public Plan function(FunctionSpec spec) {
      functions.add(spec);
      return this;
    }

    /** The sample as the function {@code sample}. */
    public Plan sample(int concurrency, Map<String, String> environment) throws IOException {
      return function(sampleSpec(folder, AMPLE_MEMORY_MIB, AMPLE_TIME, concurrency, environment));
    }

    public Plan queue(SqsClient client, QueueSourceSpec spec) {
      sqs = client;
      sources.add(spec);
      queues.add(new MonitoredQueue("jobs", spec.queueUrl(), Optional::empty));
      return this;
    }

    public Plan route(String method, String path) {
      routes.add(new HttpRoute("sample", method, path));
      return this;
    }

    public Plan schedule(ScheduleSpec spec) {
      schedules.add(spec);
      return this;
    }

    public Plan timing(Timing value) {
      timing = value;
      return this;
    }

    public TestHost start() throws IOException {
      var log = new CopyOnWriteArrayList<String>();
      var config =
          new HostConfig(
              folder.resolve("work"),
              0,
              0,
              functions,
              sources,
              routes,
              queues,
              schedules,
              sqs,
              log::add,
              timing);
      return new TestHost(FunctionHost.start(config), log);
    }
  }

  public static Plan in(Path folder) {
    return new Plan(folder);
  }

  public static FunctionSpec sampleSpec(
      Path folder,
      int memoryMiB,
      Duration timeout,
      int concurrency,
      Map<String, String> environment)
      throws IOException {
    return new FunctionSpec(
        "sample",
        FunctionZip.ofSample(folder),
        FunctionZip.SAMPLE_HANDLER,
        memoryMiB,
        timeout,
        concurrency,
        environment);
  }

  /** Invokes the sample with a command. */
  public InvocationResult tell(String command) throws InterruptedException {
    return host.invoke("sample", JSON.createObjectNode().put("do", command).toString());
  }

  /** Invokes the sample with a command that must succeed. */
  public String ask(String command) throws InterruptedException {
    InvocationResult result = tell(command);
    assertThat(result).isInstanceOf(InvocationResult.Success.class);
    return ((InvocationResult.Success) result).payload();
  }

  /** Invokes the sample with a command that must fail. */
  public InvocationResult.Failed fail(String command) throws InterruptedException {
    InvocationResult result = tell(command);
    assertThat(result).isInstanceOf(InvocationResult.Failed.class);
    return (InvocationResult.Failed) result;
  }

  /** The processes of the function that was given first. */
  public JsonNode processes() throws IOException, InterruptedException {
    return JSON.readTree(management("/functions")).path("functions").path(0).path("processes");
  }

  public String management(String path) throws IOException, InterruptedException {
    return get(host.management().resolve(path));
  }

  private String get(URI uri) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  public URI http() {
    return host.http();
  }

  public FunctionHost host() {
    return host;
  }

  public List<String> log() {
    return List.copyOf(log);
  }

  public static JsonNode json(String text) throws IOException {
    return Objects.requireNonNull(JSON.readTree(text));
  }

  @Override
  public void close() {
    host.close();
  }
}
