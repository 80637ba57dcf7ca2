package dev.darkroom.bench.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.bench.LocalBucket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A Darkroom of its own that {@code ./darkroom up} runs, with a number of workers a function. */
final class LocalStages implements AutoCloseable {
  static final String STREAM_WORKER = "StreamWorker";
  static final String VIDEO_WORKER = "VideoWorker";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern EXPORT = Pattern.compile("export (\\w+)='([^']*)'");
  private static final Duration LIMIT = Duration.ofMinutes(30);

  /** Each look costs CPU time on the cores that are measured. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  /** After the manifest is there, the stream worker tidies up and reports. */
  private static final Duration REST = Duration.ofSeconds(3);

  private final Path root;
  private final Path data;
  private final Map<String, String> variables;
  private final S3Client s3;
  private final HttpClient http = HttpClient.newHttpClient();

  private LocalStages(Path root, Path data) throws IOException {
    this.root = root;
    this.data = data;
    this.variables = new TreeMap<>();
    Matcher export = EXPORT.matcher(Files.readString(data.resolve("env")));
    while (export.find()) {
      variables.put(export.group(1), export.group(2));
    }
    s3 = LocalBucket.open(this::variable);
  }

  private String variable(String name) {
    return Objects.requireNonNull(variables.get(name), name);
  }

  /**
   * Starts it.
   *
   * @param root of the project
   * @param workers most processes of each function
   */
  static LocalStages start(Path root, Path data, int workers)
      throws IOException, InterruptedException {
    task(root, "up", "--detach", "--port", "0", "--concurrency", "" + workers, "--data", "" + data);
    return new LocalStages(root, data);
  }

  private static void task(Path root, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(root.resolve("darkroom").toString());
    command.addAll(List.of(arguments));
    int status =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("./darkroom " + arguments[0] + " ended with " + status);
    }
  }

  /**
   * When what of an upload was there, in seconds after its last byte was stored.
   *
   * @param draft its pictures and metadata, and the plan of the stream
   * @param completed everything; it plays from its first second
   */
  record Times(double draft, double completed, JsonNode manifest) {}

  /** Uploads a video and waits for its manifest. */
  Times process(Path video, String id) throws IOException, InterruptedException {
    String bucket = variable("DARKROOM_BUCKET");
    s3.putObject(r -> r.bucket(bucket).key("originals/video/local/" + id + "/phone.mp4"), video);
    long start = System.nanoTime();
    double draft = Double.NaN;
    while (true) {
      double passed = (System.nanoTime() - start) / 1e9;
      Set<String> names = names(bucket, "processed/local/" + id + "/");
      if (Double.isNaN(draft) && names.contains("plan.json")) {
        draft = passed;
      }
      if (names.contains("manifest.json")) {
        byte[] manifest =
            s3.getObjectAsBytes(
                    r -> r.bucket(bucket).key("processed/local/" + id + "/manifest.json"))
                .asByteArray();
        Thread.sleep(REST);
        return new Times(draft, passed, JSON.readTree(manifest));
      }
      if (passed > LIMIT.toSeconds()) {
        throw new IOException("no manifest after " + LIMIT + "; see " + log());
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  private Set<String> names(String bucket, String prefix) {
    var names = new HashSet<String>();
    for (S3Object object :
        s3.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(prefix)).contents()) {
      names.add(object.key().substring(object.key().lastIndexOf('/') + 1));
    }
    return names;
  }

  void download(String key, Path file) {
    s3.getObject(r -> r.bucket(variable("DARKROOM_BUCKET")).key(key), file);
  }

  Path log() {
    return data.resolve("log");
  }

  /** Reads the CPU times so far of a function's processes and of the programs that they ran. */
  ProcessTimes cpu(String function) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(variable("DARKROOM_METRICS")).resolve("/functions"))
            .build();
    JsonNode functions = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    var pids = new ArrayList<Long>();
    for (JsonNode it : functions.path("functions")) {
      if (it.path("name").asText().equals(function)) {
        it.path("processes").forEach(process -> pids.add(process.path("pid").asLong()));
      }
    }
    return ProcessTimes.withChildren(pids);
  }

  @Override
  public void close() throws IOException {
    s3.close();
    try {
      task(root, "down", "--data", data.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
