package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls the REST API as a program does. */
record Api(URI base) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  record Answer(int status, JsonNode body, HttpResponse<String> raw) {}

  /** Uploads a raw body and returns the upload's id. */
  String upload(String fileName, String contentType, byte[] bytes) {
    Answer answer =
        send(
            request("/media")
                .header("Content-Type", contentType)
                .header("Content-Disposition", "attachment; filename=\"" + fileName + "\"")
                .POST(BodyPublishers.ofByteArray(bytes)));
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(202);
    return answer.body().path("id").asText();
  }

  /** Requests a presigned upload, carries it out, and returns the upload's id. */
  String uploadPresigned(String fileName, String contentType, byte[] bytes) {
    Answer ticket = ticket(fileName, contentType, bytes.length);
    assertThat(ticket.status()).as(ticket.raw().body()).isEqualTo(201);
    assertThat(put(ticket, bytes)).isEqualTo(200);
    return ticket.body().path("id").asText();
  }

  Answer ticket(String fileName, String contentType, long size) {
    var wish =
        JSON.createObjectNode()
            .put("fileName", fileName)
            .put("contentType", contentType)
            .put("size", size);
    return send(
        request("/uploads")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(wish.toString())));
  }

  /** Carries out a presigned upload and returns the HTTP status. */
  int put(Answer ticket, byte[] bytes) {
    return put(ticket, bytes, Map.of());
  }

  /** Sends a presigned upload with more headers than the ticket names. */
  int put(Answer ticket, byte[] bytes, Map<String, String> more) {
    var put =
        HttpRequest.newBuilder(URI.create(ticket.body().path("url").asText()))
            .PUT(BodyPublishers.ofByteArray(bytes));
    ticket
        .body()
        .path("headers")
        .properties()
        .forEach(
            header -> {
              if (!header.getKey().equalsIgnoreCase("content-length")
                  && !header.getKey().equalsIgnoreCase("host")) {
                put.header(header.getKey(), header.getValue().asText());
              }
            });
    more.forEach(put::header);
    return send(put).status();
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  Answer post(String path, String contentType, BodyPublisher body) {
    return send(request(path).header("Content-Type", contentType).POST(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      boolean json = answer.headers().firstValue("content-type").orElse("").contains("json");
      return new Answer(
          answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.missingNode(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
