package dev.darkroom.video.step;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.BoxHead;
import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.IndexFirst;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.stage.store.Assembly;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Write;
import dev.darkroom.video.read.OriginalGone;
import dev.darkroom.video.read.RangedOriginal;
import dev.darkroom.video.still.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Makes {@code video}: a file that plays while it downloads. An original that has its index first,
 * or that is fragmented, is that file itself. Any other is copied without loss; only its index and
 * the start of its samples pass through here, the store copies the rest.
 */
public final class MakeWebReady {
  private static final String NAME = "video";

  /** Sample entries that mean the same in MP4 and in QuickTime. */
  private static final Set<String> MP4_CODECS =
      Set.of("avc1", "avc3", "hvc1", "hev1", "av01", "vp09", "mp4v", "mp4a", "ac-3", "ec-3");

  private final ObjectStore store;
  private final Mp4Limits limits;

  public MakeWebReady(ObjectStore store, Mp4Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  /**
   * @throws IOException if trying again may help
   */
  public Progress<VideoOutputs> make(VideoOutputs made) throws IOException {
    return new Progress.At<>(made.plus(List.of(output(made.video()))));
  }

  private Output output(Probed video) throws IOException {
    Movie movie = video.movie();
    RangedOriginal original = video.original();
    MediaFormat format = video.media().format();
    if (movie.fragmented() || movie.layout().indexFirst()) {
      return stored(video, original.job().original().key(), format, original.size());
    }
    if (video.budget().passed()) {
      return Output.tookTooLong(NAME);
    }
    try {
      return copy(video);
    } catch (Malformed e) {
      return Output.unavailable(
          NAME, Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, Rejections.sentence(e)));
    }
  }

  private Output copy(Probed video) throws IOException, Malformed {
    Movie movie = video.movie();
    RangedOriginal original = video.original();
    MediaFormat format = video.media().format();
    boolean quickTime = format == MediaFormat.MOV;
    boolean mp4 = !quickTime || movie.tracks().stream().allMatch(MakeWebReady::isMp4);
    MediaFormat copyFormat = quickTime && mp4 ? MediaFormat.MP4 : format;
    byte[] ftyp = ftyp(original, movie.layout().boxes().getFirst(), quickTime, mp4);
    IndexFirst copy = IndexFirst.of(movie.layout(), original.size(), ftyp, limits);
    String key = original.job().outputKey(NAME + (mp4 ? ".mp4" : ".mov"));
    assemble(original, key, PutOptions.rendition(copyFormat.contentType()), copy);
    return stored(video, key, copyFormat, copy.size());
  }

  private static boolean isMp4(Track track) {
    return track.kind() == Track.Kind.OTHER
        || (track.entry() != null && MP4_CODECS.contains(track.entry().format()));
  }

  /**
   * Returns the copy's file type box (ISO/IEC 14496-12, 4.3). An MP4 keeps its own, which may name
   * brands that it needs.
   */
  private static byte[] ftyp(RangedOriginal original, BoxHead first, boolean quickTime, boolean mp4)
      throws IOException, Malformed {
    if (first.type().equals("ftyp") && quickTime != mp4) {
      ByteReader ftyp = original.read(first.offset(), Math.toIntExact(first.size()));
      return ftyp.bytes(ftyp.remaining());
    }
    var writer = new BoxWriter();
    if (mp4) {
      // "qt  " too: QuickTime's audio may have version 2 sample entries.
      writer.box(
          "ftyp", box -> box.text("mp42").u32(0).text("mp42isom").text(quickTime ? "qt  " : ""));
    } else {
      writer.box("ftyp", box -> box.text("qt  ").u32(0x200).text("qt  "));
    }
    return writer.toByteArray();
  }

  private void assemble(RangedOriginal original, String key, PutOptions options, IndexFirst copy)
      throws IOException, Malformed {
    var pending = new ByteArrayOutputStream();
    pending.writeBytes(copy.head());
    if (copy.size() <= Assembly.MIN_PART) {
      for (IndexFirst.Range range : copy.rest()) {
        readThrough(original, range, pending);
      }
      store.put(key, options, pending.toByteArray());
      return;
    }
    try (Assembly assembly = store.assemble(key, options)) {
      for (IndexFirst.Range range : copy.rest()) {
        IndexFirst.Range rest = readThrough(original, range, pending);
        if (rest.length() == 0) {
          continue;
        }
        if (pending.size() > 0) {
          assembly.add(pending.toByteArray());
          pending.reset();
        }
        String source = original.job().original().key();
        if (assembly.copy(source, original.job().etag(), rest.from(), rest.length())
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

  /**
   * Reads enough of a range to fill up the pending part, or all of it if the store could not copy
   * the rest. Returns the rest.
   */
  private static IndexFirst.Range readThrough(
      RangedOriginal original, IndexFirst.Range range, ByteArrayOutputStream pending)
      throws IOException, Malformed {
    long wanted = Math.max(0, Assembly.MIN_PART - pending.size());
    boolean copyable = pending.size() == 0 && range.length() >= Assembly.MIN_PART;
    boolean leavesTooLittle = range.length() - wanted < Assembly.MIN_PART;
    int length =
        Math.toIntExact(
            copyable ? 0 : leavesTooLittle ? range.length() : Math.min(wanted, range.length()));
    ByteReader bytes = original.readExactly(range.from(), length);
    pending.writeBytes(bytes.bytes(length));
    return new IndexFirst.Range(range.from() + length, range.length() - length);
  }

  private static Output stored(Probed video, String key, MediaFormat format, long size) {
    Size display = video.video().displaySize();
    return new Output.Stored(
        new Rendition(NAME, key, format.contentType(), display.width(), display.height(), size));
  }
}
