package dev.darkroom.upload.page;

import dev.darkroom.upload.link.Presigner;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Serves the web page to everybody: without a token it shows nothing. */
@Path("/")
@Singleton
public class PageResource {
  private final Page page;

  PageResource(Presigner presigner) {
    this.page = Page.of(presigner.origin());
  }

  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
  public Response get(@Context Request request) {
    var tag = new EntityTag(page.tag());
    Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer = notModified == null ? Response.ok(page.html()) : notModified;
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("Content-Security-Policy", page.policy())
        .build();
  }
}
