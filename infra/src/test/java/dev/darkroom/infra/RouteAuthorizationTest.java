package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.at;
import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody reaches media without an access token. */
final class RouteAuthorizationTest {
  @Test
  void onlyThePageAndTheDescriptionOfTheApiAreOpen() {
    var open = new ArrayList<String>();
    var guarded = new ArrayList<String>();
    for (var function : resources("AWS::Serverless::Function")) {
      for (var event : ((Map<?, ?>) at(plain(function.properties()), "Events")).values()) {
        if (at(event, "Type").equals("HttpApi")) {
          var properties = (Map<?, ?>) at(event, "Properties");
          assertThat(properties.get("ApiId")).isEqualTo("${HttpApi}");
          var route = properties.get("Method") + " " + properties.get("Path");
          switch (properties.get("Auth")) {
            case null -> guarded.add(route);
            case Map<?, ?> auth when auth.equals(Map.of("Authorizer", "NONE")) -> open.add(route);
            case Object other -> throw new AssertionError(route + " is guarded by " + other);
          }
        }
      }
    }
    assertThat(open).containsExactlyInAnyOrder("GET /", "GET /openapi");
    assertThat(guarded)
        .containsExactlyInAnyOrder(
            "GET /media",
            "POST /media",
            "GET /media/{id}",
            "DELETE /media/{id}",
            "POST /media/{id}/reprocess",
            "GET /media/{id}/playlists/{file}",
            "POST /uploads");
  }

  @Test
  void aRouteThatNamesNoAuthorizerChecksTheAccessToken() {
    var api = plain(resources("AWS::Serverless::HttpApi").getFirst().properties());
    assertThat(at(api, "Auth", "DefaultAuthorizer")).isEqualTo("AccessToken");
    assertThat(at(api, "Auth", "Authorizers", "AccessToken", "JwtConfiguration"))
        .isEqualTo(Map.of("issuer", "https://issuer.example", "audience", List.of("darkroom")));
  }

  @Test
  void theFunctionItselfAsksForATokenToo() {
    assertThat(DarkroomTemplate.stack().function("UploadApi").environment())
        .hasEntrySatisfying(
            "DARKROOM_AUTHENTICATION", value -> assertThat(plain(value)).isEqualTo("jwt"));
  }
}
