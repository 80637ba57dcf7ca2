package dev.darkroom.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  private final RouteTable routes =
      new RouteTable(
          List.of(
              new HttpRoute("f", "ANY", "/{proxy+}"),
              new HttpRoute("f", "ANY", "/pets/{proxy+}"),
              new HttpRoute("f", "GET", "/pets/{kind}/{id}"),
              new HttpRoute("f", "ANY", "/pets/dog/{id}"),
              new HttpRoute("f", "GET", "/pets/dog/1"),
              new HttpRoute("f", "ANY", "/pets/dog/1"),
              new HttpRoute("f", "GET", "/")));

  @ParameterizedTest(name = "{0} {1} by {2}")
  @CsvSource({
    "GET, /, GET /",
    "GET, /pets/dog/1, GET /pets/dog/1",
    "POST, /pets/dog/1, ANY /pets/dog/1",
    "GET, /pets/dog/2, ANY /pets/dog/{id}",
    "GET, /pets/cat/2, GET /pets/{kind}/{id}",
    "POST, /pets/cat/2, ANY /pets/{proxy+}",
    "GET, /pets/cat/2/more, ANY /pets/{proxy+}",
    "GET, /pets, ANY /{proxy+}"
  })
  void theMostSpecificRouteIsTaken(String method, String path, String routeKey) {
    assertThat(routes.find(method, path).orElseThrow().route().routeKey()).isEqualTo(routeKey);
  }

  @Test
  void whatMatchesTheNamesInBracesIsPassedOn() {
    assertThat(routes.find("GET", "/pets/cat/Tom & Jerry").orElseThrow().pathParameters())
        .isEqualTo(Map.of("kind", "cat", "id", "Tom & Jerry"));
    assertThat(routes.find("PUT", "/pets/a/b/c").orElseThrow().pathParameters())
        .isEqualTo(Map.of("proxy", "a/b/c"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/media", "/media/", "/other", "/uploads/1"})
  void whatNoRouteMatchesIsNotFound(String path) {
    var few =
        new RouteTable(
            List.of(
                new HttpRoute("f", "ANY", "/media/{proxy+}"),
                new HttpRoute("f", "POST", "/uploads")));
    assertThat(few.find("GET", path)).isEmpty();
    assertThat(few.find("GET", "/uploads")).isEmpty();
    assertThat(few.find("POST", "/uploads")).isPresent();
  }
}
