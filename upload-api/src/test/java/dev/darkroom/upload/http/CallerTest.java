package dev.darkroom.upload.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.darkroom.contract.Owner;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallerTest {
  @Test
  void aVerifiedSubjectOwnsWhatItUploads() {
    Caller caller = Caller.of(Authentication.JWT, event(Map.of("sub", "auth0|7", "name", "Ada")));

    assertThat(caller.owner()).isEqualTo(Owner.ofSubject("auth0|7"));
  }

  @Test
  void nobodyGetsInWithoutASubject() {
    assertRefused(new APIGatewayV2HTTPEvent());
    assertRefused(event(Map.of("name", "Ada")));
    assertRefused(event(Map.of("sub", "")));
    assertRefused(event(Map.of("sub", "x".repeat(300))));
  }

  @Test
  void headersAreNoProof() {
    var event = new APIGatewayV2HTTPEvent();
    event.setHeaders(Map.of("authorization", "Bearer anything", "sub", "ada"));

    assertRefused(event);
  }

  @Test
  void aSubjectCalledLocalIsNotTheOwnerOfAnUnauthenticatedStack() {
    Caller caller = Caller.of(Authentication.JWT, event(Map.of("sub", "local")));

    assertThat(caller.owner()).isNotEqualTo(Owner.LOCAL);
  }

  @Test
  void withoutAuthenticationEverythingBelongsToOneOwner() {
    assertThat(Caller.of(Authentication.NONE, new APIGatewayV2HTTPEvent()).owner())
        .isEqualTo(Owner.LOCAL);
  }

  private static void assertRefused(APIGatewayV2HTTPEvent event) {
    assertThatThrownBy(() -> Caller.of(Authentication.JWT, event).owner())
        .isInstanceOf(UnauthenticatedException.class);
  }

  private static APIGatewayV2HTTPEvent event(Map<String, String> claims) {
    var jwt = new RequestContext.Authorizer.JWT();
    jwt.setClaims(claims);
    var authorizer = new RequestContext.Authorizer();
    authorizer.setJwt(jwt);
    var context = new RequestContext();
    context.setAuthorizer(authorizer);
    var event = new APIGatewayV2HTTPEvent();
    event.setRequestContext(context);
    return event;
  }
}
