package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.UserData;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.stage.store.Assembly;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.video.hls.HlsWriter;
import dev.darkroom.video.hls.KeyframeClaims;
import dev.darkroom.video.hls.StreamTrack;
import dev.darkroom.video.picture.OutputFile;
import dev.darkroom.video.read.RangedOriginal;
import dev.darkroom.video.still.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code stream}, if switched on and not coded by others: the video for HTTP Live Streaming
 * without loss, as a playlist and one MP4.
 */
public final class MakeHls {
  private static final String NAME = "stream";
  private static final String FILE_TYPE = "video/mp4";
  private static final String PLAYLIST_TYPE = "application/vnd.apple.mpegurl";

  /** HTTP Live Streaming (HLS) Authoring Specification, and what other players read besides. */
  private static final Set<String> VIDEO_FORMATS = Set.of("avc1", "hvc1", "hev1", "av01", "vp09");

  private static final Set<String> AUDIO_FORMATS = Set.of("mp4a", "ac-3", "ec-3");

  private final ObjectStore store;
  private final boolean enabled;
  private final FragmentedHls fragmented;

  /**
   * @param enabled if not, no video has a stream without loss, and none is missing
   */
  public MakeHls(ObjectStore store, Mp4Limits limits, boolean enabled) {
    this.store = store;
    this.enabled = enabled;
    this.fragmented = new FragmentedHls(store, limits);
  }

  /**
   * @throws IOException if trying again may help
   */
  public Progress<VideoOutputs> make(VideoOutputs made) throws IOException {
    if (!enabled || made.plan() != null) {
      return new Progress.At<>(made);
    }
    List<Output> outputs = outputs(made);
    boolean missing = outputs.getFirst() instanceof Output.Unavailable;
    // Why the video has no coded stream matters less than the stream without loss that it has.
    return new Progress.At<>(missing && made.lacks(NAME) ? made : made.without(NAME).plus(outputs));
  }

  private List<Output> outputs(VideoOutputs made) throws IOException {
    Probed video = made.video();
    try {
      if (video.movie().fragmented()) {
        return ofFragments(made);
      }
      Track track = KeyframeClaims.checked(video.video().track(), video.original(), video.budget());
      return switch (StreamTrack.of(track)) {
        case StreamTrack.Found.Impossible(Rejection reason) -> missing(reason);
        case StreamTrack.Found.Ready(StreamTrack pictures) -> withSound(video, pictures);
      };
    } catch (Malformed e) {
      return missing(Rejections.corrupt(e));
    } catch (TimeoutException | OutOfTime e) {
      return List.of(Output.tookTooLong(NAME));
    }
  }

  /** Plays the file's own fragments, with all tracks that they hold. */
  private List<Output> ofFragments(VideoOutputs made)
      throws IOException, Malformed, TimeoutException {
    for (Track track : made.video().movie().tracks()) {
      SampleEntry entry = track.entry();
      Set<String> formats = track.kind() == Track.Kind.VIDEO ? VIDEO_FORMATS : AUDIO_FORMATS;
      if (entry != null
          && track.samples().count() > 0
          && (entry.encrypted() || !formats.contains(entry.format()))) {
        return missing(unplayable(track, entry));
      }
    }
    return switch (fragmented.make(made, made.video().budget())) {
      case FragmentedHls.Made.Playlist(String text) ->
          List.of(new Output.Ready(OutputFile.text(NAME, "m3u8", PLAYLIST_TYPE, text)));
      case FragmentedHls.Made.Impossible(Rejection reason) -> missing(reason);
    };
  }

  private static Rejection unplayable(Track track, SampleEntry entry) {
    return Rejection.of(
        entry.encrypted() ? ErrorCode.ENCRYPTED : ErrorCode.UNSUPPORTED_FORMAT,
        (track.kind() == Track.Kind.VIDEO ? "Video" : "Sound")
            + " of "
            + entry.codec()
            + " cannot be streamed.");
  }

  private List<Output> withSound(Probed video, StreamTrack pictures)
      throws IOException, Malformed, TimeoutException {
    SampleEntry entry = pictures.track().entry(pictures.entry());
    if (entry.encrypted() || !VIDEO_FORMATS.contains(entry.format())) {
      return missing(unplayable(pictures.track(), entry));
    }
    Track audio = audio(video);
    if (audio == null) {
      return written(video, pictures, null);
    }
    return switch (StreamTrack.of(audio)) {
      case StreamTrack.Found.Impossible(Rejection reason) -> missing(reason);
      case StreamTrack.Found.Ready(StreamTrack sound) -> written(video, pictures, sound);
    };
  }

  private List<Output> written(Probed video, StreamTrack pictures, @Nullable StreamTrack sound)
      throws IOException, Malformed, TimeoutException {
    RangedOriginal original = video.original();
    String key = original.job().outputs().keyOfUnknown(NAME, "mp4");
    try (Assembly assembly = store.assemble(key, PutOptions.rendition(FILE_TYPE))) {
      UserData userData =
          UserData.find(
              List.of(pictures.track()), original, original.sequential(), video.budget()::passed);
      var writer = new HlsWriter(original.sequential(), pictures, sound, userData, video.budget());
      HlsWriter.Written written = writer.write(assembly, OutputKeys.fileName(key));
      assembly.complete();
      Size size = video.video().displaySize();
      return List.of(
          new Output.Ready(OutputFile.text(NAME, "m3u8", PLAYLIST_TYPE, written.playlist())),
          new Output.Stored(
              new Rendition(NAME, key, FILE_TYPE, size.width(), size.height(), written.size())));
    }
  }

  private static @Nullable Track audio(Probed video) {
    List<Track> tracks = new ArrayList<>(video.movie().tracks());
    tracks.sort(Comparator.comparing(track -> !track.enabled()));
    for (Track track : tracks) {
      SampleEntry entry = track.entry();
      if (track.kind() == Track.Kind.AUDIO
          && track.samples().count() > 0
          && track.samples().count() <= Mp4Limits.DEFAULT.samples()
          && entry != null
          && !entry.encrypted()
          && AUDIO_FORMATS.contains(entry.format())) {
        return track;
      }
    }
    return null;
  }

  private static List<Output> missing(Rejection reason) {
    return List.of(Output.unavailable(NAME, reason));
  }
}
