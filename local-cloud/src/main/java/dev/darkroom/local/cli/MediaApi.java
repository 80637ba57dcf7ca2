package dev.darkroom.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.cli.Result.Completed;
import dev.darkroom.local.cli.Result.Failed;
import dev.darkroom.local.cli.Result.Output;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** Calls the REST API to upload files and to read their results. */
final class MediaApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

  /** Headers that the HTTP client sets itself, and refuses to have set. */
  private static final Set<String> SET_BY_CLIENT = Set.of("host", "content-length");

  private final URI base;
  private final HttpClient http = HttpClient.newHttpClient();

  MediaApi(URI base) {
    this.base = base;
  }

  /** The API's answer to an upload. */
  sealed interface Sent {
    record Accepted(String id) implements Sent {}

    record Refused(String code, String message) implements Sent {}
  }

  /**
   * Requests a presigned URL and uploads the file to it.
   *
   * @param progress takes the number of bytes sent since its last call
   * @throws IOException if the file cannot be read or nobody answers
   */
  Sent send(Path file, LongConsumer progress) throws IOException, InterruptedException {
    var asked =
        JSON.writeValueAsString(
            Map.of(
                "fileName", file.getFileName().toString(),
                "contentType", ContentTypes.of(file),
                "size", Files.size(file)));
    var answer =
        text(
            HttpRequest.newBuilder(base.resolve("/uploads"))
                .header("Content-Type", "application/json")
                .timeout(ANSWER_LIMIT)
                .POST(BodyPublishers.ofString(asked)));
    if (answer.statusCode() != 201) {
      return refusal(answer);
    }
    var ticket = JSON.readTree(answer.body());
    var put = HttpRequest.newBuilder(URI.create(ticket.path("url").asText()));
    ticket.path("headers").properties().stream()
        .filter(header -> !SET_BY_CLIENT.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .forEach(header -> put.header(header.getKey(), header.getValue().asText()));
    var stored =
        text(put.method(ticket.path("method").asText("PUT"), new CountedFile(file, progress)));
    return stored.statusCode() / 100 == 2
        ? new Sent.Accepted(ticket.path("id").asText())
        : new Sent.Refused(
            "not-stored", "S3 answered " + stored.statusCode() + " " + stored.body());
  }

  /**
   * Looks up the result of an upload, which is empty while the upload waits or is processed.
   *
   * @throws IOException if nobody answers
   */
  Optional<Result> result(String id) throws IOException, InterruptedException {
    var answer =
        text(HttpRequest.newBuilder(base.resolve("/media/" + id)).timeout(ANSWER_LIMIT).GET());
    if (answer.statusCode() >= 500) {
      // The API is busy or starting again, which says nothing about the upload.
      return Optional.empty();
    }
    if (answer.statusCode() != 200) {
      var refused = refusal(answer);
      return Optional.of(new Failed(refused.code(), refused.message()));
    }
    var media = JSON.readTree(answer.body());
    return switch (media.path("status").asText()) {
      case "completed" -> Optional.of(completed(media));
      case "failed" ->
          Optional.of(
              new Failed(
                  media.path("error").path("code").asText(),
                  media.path("error").path("message").asText()));
      default -> Optional.empty();
    };
  }

  private Completed completed(JsonNode media) {
    var outputs = new ArrayList<Output>();
    for (var rendition : media.path("renditions")) {
      outputs.add(
          new Output(
              rendition.path("name").asText(),
              rendition.path("width").asInt(),
              rendition.path("height").asInt(),
              rendition.path("size").asLong(),
              // Playlists are served by the API itself, under addresses relative to its own.
              base.resolve(rendition.path("url").asText()).toString()));
    }
    return new Completed(outputs);
  }

  /** Reads problem details (RFC 9457), or takes the body as it is: a proxy may answer without. */
  private static Sent.Refused refusal(HttpResponse<String> answer) {
    try {
      var problem = JSON.readTree(answer.body());
      if (problem.has("code")) {
        return new Sent.Refused(
            problem.path("code").asText(),
            problem.path("detail").asText(problem.path("title").asText()));
      }
    } catch (IOException notJson) {
      // The body is the message.
    }
    return new Sent.Refused("http-" + answer.statusCode(), answer.body());
  }

  private HttpResponse<String> text(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.close();
  }
}
