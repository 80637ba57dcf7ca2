package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.hls.MediaPlaylist;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.video.hls.KeyframeClaims;
import dev.darkroom.video.hls.OwnFragments;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Writes a playlist of the fragments that an upload's rendition {@code video} consists of. */
final class FragmentedHls {
  private static final String VIDEO = "video";

  /** From where a playlist is stored, {@code processed/{owner}/{id}/}, to the bucket. */
  private static final String BUCKET = "../../../";

  private final ObjectStore store;
  private final Mp4Limits limits;

  FragmentedHls(ObjectStore store, Mp4Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  /** A playlist, or the reason why there is none. */
  sealed interface Made {
    record Playlist(String text) implements Made {}

    record Impossible(Rejection reason) implements Made {}
  }

  Made make(VideoOutputs made, Deadline until) throws IOException, Malformed, TimeoutException {
    RangedOriginal original = made.video().original();
    Optional<Rendition> video =
        made.outputs().stream()
            .flatMap(
                it ->
                    it instanceof Output.Stored(Rendition rendition)
                            && rendition.name().equals(VIDEO)
                        ? Optional.of(rendition).stream()
                        : Optional.<Rendition>empty().stream())
            .findFirst();
    if (video.isEmpty()) {
      return impossible("There is no file for it to play.");
    }
    String key = video.get().key();
    if (key.equals(original.source().key())) {
      return playlist(BUCKET + path(key), original, made.video().whole(limits), until);
    }
    ObjectInfo copy =
        store.head(key).orElseThrow(() -> new IOException("the copy is gone that was just stored"));
    RangedOriginal reader =
        original.replacedBy(new StreamPlan.Source(key, copy.etag(), copy.size()));
    Movie movie = Mp4Reader.read(reader, limits);
    if (!movie.whole()) {
      movie = Mp4Reader.read(reader.sequential(), limits.allFragments());
    }
    return playlist(OutputKeys.fileName(key), reader, movie, until);
  }

  private static Made playlist(String file, RangedOriginal reader, Movie movie, Deadline until)
      throws IOException, Malformed, TimeoutException {
    Track pictures = movie.video().orElse(null);
    if (pictures == null || !movie.fragmented() || !movie.layout().indexFirst()) {
      return impossible("Its file does not start with its index.");
    }
    Track track = KeyframeClaims.checked(pictures, reader, until);
    return switch (OwnFragments.of(movie, track)) {
      case OwnFragments.Found.Ready(long head, var segments) ->
          new Made.Playlist(MediaPlaylist.of(file, head, segments));
      case OwnFragments.Found.Impossible(Rejection reason) -> new Made.Impossible(reason);
    };
  }

  private static Made impossible(String facts) {
    return new Made.Impossible(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, facts));
  }

  private static String path(String key) {
    try {
      return new URI(null, null, "/" + key, null).toString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(key + " is no path", e);
    }
  }
}
