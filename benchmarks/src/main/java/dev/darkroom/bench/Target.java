package dev.darkroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The Darkroom that is measured, found through the variables that {@code ./darkroom env} prints.
 */
final class Target {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int NOT_FOUND = 404;
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PRECISE = Duration.ofMillis(5);

  static final String MANIFEST = "manifest.json";

  /** Written when a completion is announced, which is the last step of an upload. */
  static final String ANNOUNCEMENT = "announced.json";

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI api = URI.create(variable("DARKROOM_URL"));
  private final URI management = URI.create(variable("DARKROOM_METRICS"));
  private final String bucket = variable("DARKROOM_BUCKET");
  private final S3Client s3 = LocalBucket.open(Target::variable);

  private static String variable(String name) {
    String value = System.getenv(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not set; eval \"$(./darkroom env)\" sets it");
    }
    return value;
  }

  /** Uploads a photo and waits for its manifest. */
  Duration uploadToCompleted(byte[] photo) throws IOException, InterruptedException {
    long start = System.nanoTime();
    await(upload(photo), MANIFEST, PRECISE);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Uploads a photo and returns the upload's id. */
  String upload(byte[] photo) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(api.resolve("/media"))
            .header("Content-Type", "image/jpeg")
            .timeout(LIMIT)
            .POST(BodyPublishers.ofByteArray(photo))
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 202) {
      throw new IOException("upload refused: " + answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).path("id").asText();
  }

  /**
   * Waits until an upload has an output, such as {@code manifest.json}.
   *
   * @param pause between two polls, each of which is a request to the local cloud
   */
  void await(String id, String output, Duration pause) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!has(id, output)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(id + " has no " + output + " after " + LIMIT);
      }
      Thread.sleep(pause);
    }
  }

  private boolean has(String id, String output) {
    try {
      s3.headObject(r -> r.bucket(bucket).key("processed/local/" + id + "/" + output));
      return true;
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  /** Ends the processes of all functions, so that the next invocation starts cold. */
  void coolDown() throws IOException, InterruptedException {
    for (JsonNode pid : functions().findValues("pid")) {
      ProcessHandle.of(pid.asLong())
          .ifPresent(
              process -> {
                process.destroyForcibly();
                process.onExit().join();
              });
    }
  }

  CpuTimes cpuTimes() throws IOException, InterruptedException {
    return CpuTimes.read(functions());
  }

  private JsonNode functions() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(management.resolve("/functions")).build();
    return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
  }
}
