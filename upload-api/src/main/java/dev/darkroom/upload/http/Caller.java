package dev.darkroom.upload.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.darkroom.contract.Owner;
import java.util.Map;
import java.util.Optional;

/** Identifies who sent a request. */
public interface Caller {
  /**
   * The owner of the media that the request is about.
   *
   * @throws UnauthenticatedException if the caller has not signed in and must
   */
  Owner owner();

  /**
   * Identifies the caller from API Gateway's event. The gateway has verified the token, and puts
   * its claims where no client can (API Gateway Developer Guide, "Control access to HTTP APIs with
   * JWT authorizers").
   */
  static Caller of(Authentication authentication, APIGatewayV2HTTPEvent event) {
    return switch (authentication) {
      case NONE -> () -> Owner.LOCAL;
      case JWT ->
          () -> subject(event).map(Caller::owner).orElseThrow(UnauthenticatedException::new);
    };
  }

  private static Optional<String> subject(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getRequestContext())
        .map(RequestContext::getAuthorizer)
        .map(RequestContext.Authorizer::getJwt)
        .map(RequestContext.Authorizer.JWT::getClaims)
        .map((Map<String, String> claims) -> claims.get("sub"));
  }

  private static Owner owner(String subject) {
    try {
      return Owner.ofSubject(subject);
    } catch (IllegalArgumentException e) {
      throw new UnauthenticatedException(e);
    }
  }
}
