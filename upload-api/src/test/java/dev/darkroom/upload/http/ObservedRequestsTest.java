package dev.darkroom.upload.http;

import static dev.darkroom.stage.batch.SampleContext.context;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.batch.SampleContext;
import dev.darkroom.stage.log.LogContext;
import dev.darkroom.stage.metrics.Metrics;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObservedRequestsTest {
  private static final String ID = "01k7m3r5v9x2c4d6f8h1j3k5n7";

  private final List<String> lines = new ArrayList<>();
  private final Metrics metrics = new Metrics("upload-api", Clock.systemUTC(), lines::add);

  @Test
  void aRequestIsStatedByItsRoute() throws JsonProcessingException {
    handle(() -> new Owner("ada"), ID, 200);

    JsonNode line = line(0);
    assertThat(line.get("Stage").asText()).isEqualTo("upload-api");
    assertThat(line.get("Outcome").asText()).isEqualTo("answered");
    assertThat(line.get("Requests").asInt()).isEqualTo(1);
    assertThat(line.get("ServerErrors").asInt()).isZero();
    assertThat(line.get("Duration").asDouble()).isPositive();
    assertThat(line.get("ColdStarts").asInt()).isEqualTo(1);
    assertThat(line.get("route").asText()).isEqualTo("GET /media/{id}");
    assertThat(line.get("mediaId").asText()).isEqualTo(ID);
    assertThat(line.get("owner").asText()).isEqualTo("ada");
    assertThat(line.get("requestId").asText()).isEqualTo(SampleContext.REQUEST_ID);
  }

  @ParameterizedTest
  @CsvSource({"303, answered, 0", "404, refused, 0", "500, error, 1", "503, error, 1"})
  void theStatusTellsTheOutcome(int status, String outcome, int errors)
      throws JsonProcessingException {
    handle(() -> new Owner("ada"), ID, status);

    assertThat(line(0).get("Outcome").asText()).isEqualTo(outcome);
    assertThat(line(0).get("ServerErrors").asInt()).isEqualTo(errors);
  }

  @Test
  void whatAStrangerPutsIntoThePathIsNoMediaIdAndNobodyIsNoOwner() throws JsonProcessingException {
    handle(
        () -> {
          throw new UnauthenticatedException();
        },
        "holiday.jpg",
        401);

    assertThat(line(0).has("mediaId")).isFalse();
    assertThat(line(0).has("owner")).isFalse();
  }

  @Test
  void logLinesOfARequestNameItAndThoseAfterItDoNot() {
    var request = request();
    var observed = observed(() -> new Owner("ada"), ID);

    observed.begin(request);
    Map<String, Object> inside = Map.copyOf(MDC.getMap());
    observed.end(request, answer(200));

    assertThat(inside)
        .containsEntry(LogContext.MEDIA_ID, ID)
        .containsEntry(LogContext.OWNER, "ada")
        .containsEntry(LogContext.REQUEST_ID, SampleContext.REQUEST_ID);
    assertThat(MDC.get(LogContext.MEDIA_ID)).isNull();
  }

  private void handle(Caller caller, String id, int status) {
    var request = request();
    var observed = observed(caller, id);
    observed.begin(request);
    observed.end(request, answer(status));
  }

  private ObservedRequests observed(Caller caller, String id) {
    var event =
        APIGatewayV2HTTPEvent.builder()
            .withRouteKey("GET /media/{id}")
            .withPathParameters(Map.of("id", id))
            .build();
    return new ObservedRequests(metrics, event, context(Duration.ofMinutes(1)), caller);
  }

  private JsonNode line(int number) throws JsonProcessingException {
    return new ObjectMapper().readTree(lines.get(number));
  }

  /** Keeps properties and nothing else. */
  private static ContainerRequestContext request() {
    var properties = new HashMap<Object, Object>();
    return (ContainerRequestContext)
        Proxy.newProxyInstance(
            ContainerRequestContext.class.getClassLoader(),
            new Class<?>[] {ContainerRequestContext.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "setProperty" -> properties.put(arguments[0], arguments[1]);
                  case "getProperty" -> properties.get(arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static ContainerResponseContext answer(int status) {
    return (ContainerResponseContext)
        Proxy.newProxyInstance(
            ContainerResponseContext.class.getClassLoader(),
            new Class<?>[] {ContainerResponseContext.class},
            (_, method, _) -> {
              if (method.getName().equals("getStatus")) {
                return status;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
