package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Rendition;
import dev.darkroom.upload.http.Caller;
import dev.darkroom.upload.http.Compression;
import dev.darkroom.upload.http.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Serves the playlists by which players find the parts of an upload's streams. */
@Path("/media/{id}/playlists/{file}")
public class PlaylistResource {
  private final Caller caller;
  private final MediaFinder finder;
  private final Playlists playlists;

  PlaylistResource(Caller caller, MediaFinder finder, Playlists playlists) {
    this.caller = caller;
    this.finder = finder;
    this.playlists = playlists;
  }

  @GET
  public Response get(
      @PathParam("id") String id,
      @PathParam("file") String file,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Nullable String accepted) {
    Owner owner = caller.owner();
    List<Rendition> renditions =
        MediaId.isValid(id) ? finder.find(owner, new MediaId(id)).renditions() : List.of();
    return switch (playlists.find(renditions, file)) {
      case Playlists.Found.Playlist(String text) ->
          Compression.answer(text, Playlists.CONTENT_TYPE, accepted);
      case Playlists.Found.Refused(var reason) -> Problem.of(reason).toResponse();
    };
  }
}
