package dev.darkroom.video.step;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.IndexFirst;
import dev.darkroom.codec.mp4.Layout;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.Assembly;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Write;
import dev.darkroom.video.read.OriginalGone;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * {@code video}: a file that plays while it comes. An original that has its index first, or that is
 * fragmented, is that file itself; of any other one a lossless copy is made, of which only the
 * index and as much as makes the first part pass through here.
 */
public final class WebReady implements OutputMaker {
  public static final String NAME = "video";

  /** Sample entries that are the same in MP4 as in QuickTime. */
  private static final Set<String> MP4_CODECS =
      Set.of("avc1", "avc3", "hvc1", "hev1", "av01", "vp09", "mp4v", "mp4a", "ac-3", "ec-3");

  private final ObjectStore store;
  private final Mp4Limits limits;

  public WebReady(ObjectStore store, Mp4Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  @Override
  public List<Made> make(Probed video) throws IOException {
    Movie movie = video.movie();
    if (movie.fragmented() || movie.layout().indexFirst()) {
      return List.of(
          made(
              video,
              video.job().original().key(),
              video.media().format().contentType(),
              video.original().size()));
    }
    if (video.budget().passed()) {
      return List.of(absent(Rejection.of(ErrorCode.TOOK_TOO_LONG)));
    }
    try {
      return List.of(copy(video, movie));
    } catch (Malformed e) {
      return List.of(absent(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, Rejections.sentence(e))));
    }
  }

  private Made copy(Probed video, Movie movie) throws IOException, Malformed {
    boolean mp4 =
        video.media().format() != MediaFormat.MOV
            || movie.tracks().stream().allMatch(WebReady::isMp4);
    MediaFormat format =
        video.media().format() == MediaFormat.MOV && mp4 ? MediaFormat.MP4 : video.media().format();
    byte[] ftyp = ftyp(video, mp4);
    IndexFirst copy = IndexFirst.of(movie.layout(), video.original().size(), ftyp, limits);
    String key = video.job().outputKey(NAME + (mp4 ? ".mp4" : ".mov"));
    assemble(video, key, PutOptions.rendition(format.contentType()), copy);
    return made(video, key, format.contentType(), copy.size());
  }

  private static boolean isMp4(Track track) {
    return track.kind() == Track.Kind.OTHER
        || (track.entry() != null && MP4_CODECS.contains(track.entry().format()));
  }

  /** ISO/IEC 14496-12, 4.3; of an MP4 its own, which may name what it needs. */
  private static byte[] ftyp(Probed video, boolean mp4) throws IOException, Malformed {
    Layout.Part first = video.movie().layout().boxes().getFirst();
    boolean quickTime = video.media().format() == MediaFormat.MOV;
    if (first.type().equals("ftyp") && quickTime != mp4) {
      ByteReader ftyp = video.original().read(first.offset(), Math.toIntExact(first.size()));
      return ftyp.bytes(ftyp.remaining());
    }
    var writer = new BoxWriter();
    if (mp4) {
      // "qt  " too: sound of QuickTime may have entries of its second version.
      writer.box(
          "ftyp", box -> box.text("mp42").u32(0).text("mp42isom").text(quickTime ? "qt  " : ""));
    } else {
      writer.box("ftyp", box -> box.text("qt  ").u32(0x200).text("qt  "));
    }
    return writer.toByteArray();
  }

  private void assemble(Probed video, String key, PutOptions options, IndexFirst copy)
      throws IOException, Malformed {
    var pending = new ByteArrayOutputStream();
    pending.writeBytes(copy.head());
    if (copy.size() <= Assembly.MIN_PART) {
      for (IndexFirst.Range range : copy.rest()) {
        through(video, range, pending);
      }
      store.put(key, options, pending.toByteArray());
      return;
    }
    try (Assembly assembly = store.assemble(key, options)) {
      for (IndexFirst.Range range : copy.rest()) {
        IndexFirst.Range rest = through(video, range, pending);
        if (rest.length() == 0) {
          continue;
        }
        if (pending.size() > 0) {
          assembly.add(pending.toByteArray());
          pending.reset();
        }
        String source = video.job().original().key();
        if (assembly.copy(source, video.job().etag(), rest.from(), rest.length())
            instanceof Write.Lost) {
          throw new OriginalGone(source);
        }
      }
      if (pending.size() > 0) {
        assembly.add(pending.toByteArray());
      }
      assembly.complete();
    }
  }

  /** Reads as much of a range as makes a whole part of what is pending; what is left to copy. */
  private static IndexFirst.Range through(
      Probed video, IndexFirst.Range range, ByteArrayOutputStream pending)
      throws IOException, Malformed {
    long wanted = Math.max(0, Assembly.MIN_PART - pending.size());
    boolean copyable = pending.size() == 0 && range.length() >= Assembly.MIN_PART;
    boolean leavesTooLittle = range.length() - wanted < Assembly.MIN_PART;
    int length =
        Math.toIntExact(
            copyable ? 0 : leavesTooLittle ? range.length() : Math.min(wanted, range.length()));
    ByteReader bytes = video.original().exactly(range.from(), length);
    pending.writeBytes(bytes.bytes(length));
    return new IndexFirst.Range(range.from() + length, range.length() - length);
  }

  private static Made made(Probed video, String key, String contentType, long size) {
    Integer width = video.media().width();
    Integer height = video.media().height();
    return new Made.Stored(
        new Rendition(
            NAME, key, contentType, width == null ? 0 : width, height == null ? 0 : height, size));
  }

  private static Made absent(Rejection reason) {
    return new Made.Absent(new Missing(NAME, reason));
  }
}
