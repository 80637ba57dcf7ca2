package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.Assembly;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.video.picture.PictureFile;
import dev.darkroom.video.read.RangedOriginal;
import dev.darkroom.video.stream.StreamWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code stream}: the video for HTTP Live Streaming, a playlist and one MP4. */
public final class Stream implements OutputMaker {
  private static final String NAME = "stream";
  private static final String FILE = NAME + ".mp4";
  private static final String PLAYLIST_TYPE = "application/vnd.apple.mpegurl";

  /** HTTP Live Streaming (HLS) Authoring Specification, and what other players read besides. */
  private static final Set<String> PICTURES = Set.of("avc1", "hvc1", "hev1", "av01", "vp09");

  private static final Set<String> SOUND = Set.of("mp4a", "ac-3", "ec-3");

  /** All of the original is read, in pieces of this size. */
  private static final int READ_AHEAD = 4 << 20;

  private static final int SPARE_REQUESTS = 64;

  private final ObjectStore store;

  public Stream(ObjectStore store) {
    this.store = store;
  }

  @Override
  public List<Made> make(Probed video) throws IOException {
    SampleEntry entry = video.entry();
    if (entry.encrypted() || !PICTURES.contains(entry.format())) {
      return absent(
          Rejection.of(
              entry.encrypted() ? ErrorCode.ENCRYPTED : ErrorCode.UNSUPPORTED_FORMAT,
              "Video of " + entry.codec() + " cannot be streamed."));
    }
    if (video.movie().fragmented()) {
      return absent(
          Rejection.of(
              ErrorCode.UNSUPPORTED_FORMAT, "It is fragmented already, and plays as it is."));
    }
    String key = video.job().outputKey(FILE);
    try (Assembly assembly = store.assemble(key, PutOptions.rendition("video/mp4"))) {
      var writer = new StreamWriter(reader(video), video.video(), sound(video), video.budget());
      StreamWriter.Written written = writer.write(assembly, FILE);
      assembly.complete();
      byte[] playlist = written.playlist().getBytes(StandardCharsets.UTF_8);
      return List.of(
          new Made.Output(new PictureFile(NAME, NAME + ".m3u8", PLAYLIST_TYPE, 0, 0, playlist)),
          new Made.Stored(
              new Rendition(
                  NAME,
                  key,
                  "video/mp4",
                  zeroIfAbsent(video.media().width()),
                  zeroIfAbsent(video.media().height()),
                  written.size())));
    } catch (Malformed e) {
      return absent(Rejection.of(ErrorCode.CORRUPT_FILE, Rejections.sentence(e)));
    } catch (TimeoutException e) {
      return absent(Rejection.of(ErrorCode.TOOK_TOO_LONG));
    }
  }

  private RangedOriginal reader(Probed video) {
    long pieces = Math.ceilDiv(video.original().size(), (long) READ_AHEAD);
    int requests = (int) Math.min(Integer.MAX_VALUE, 2 * pieces + SPARE_REQUESTS);
    return new RangedOriginal(store, video.job(), new RangedOriginal.Limits(READ_AHEAD, requests));
  }

  private static @Nullable Track sound(Probed video) {
    for (Track track : video.movie().tracks()) {
      SampleEntry entry = track.entry();
      if (track.kind() == Track.Kind.AUDIO
          && track.samples().count() > 0
          && entry != null
          && !entry.encrypted()
          && SOUND.contains(entry.format())) {
        return track;
      }
    }
    return null;
  }

  private static int zeroIfAbsent(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  private static List<Made> absent(Rejection reason) {
    return List.of(new Made.Absent(new Missing(NAME, reason)));
  }
}
