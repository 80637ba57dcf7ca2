package dev.darkroom.video.step;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.mp4.BoxHead;
import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.CleanCopy;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.UserData;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.job.Job;
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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * Makes {@code video}: a file that plays while it downloads, and that tells neither where nor with
 * what it was recorded. An original that starts with its index, or is fragmented, and holds no
 * metadata is that file itself. Any other is copied without loss; long runs of samples are copied
 * by the store and do not pass through here.
 */
public final class MakeWebReady {
  private static final String NAME = "video";

  /** Bytes read at once. */
  private static final int SLICE = 1 << 20;

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
    if (video.budget().passed()) {
      return Output.tookTooLong(NAME);
    }
    try {
      return copied(video);
    } catch (Malformed e) {
      return Output.unavailable(
          NAME, Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, Rejections.sentence(e)));
    } catch (TimeoutException | OutOfTime e) {
      return Output.tookTooLong(NAME);
    }
  }

  /** Finds user data in all samples, of which only those at the start may have been read. */
  private UserData userData(Probed video) throws IOException, Malformed {
    RangedOriginal original = video.original();
    List<Track> tracks = video.movie().tracks();
    if (!video.movie().whole() && isSuspected(tracks, original)) {
      tracks = Mp4Reader.read(original.sequential(), limits.allFragments()).tracks();
    }
    return UserData.find(tracks, original, original.sequential(), video.budget()::passed);
  }

  private static boolean isSuspected(List<Track> tracks, RangedOriginal original)
      throws IOException {
    for (Track track : tracks) {
      if (UserData.isSuspected(track, original)) {
        return true;
      }
    }
    return false;
  }

  private Output copied(Probed video) throws IOException, Malformed, TimeoutException {
    Movie movie = video.movie();
    RangedOriginal original = video.original();
    MediaFormat format = video.readAs();
    boolean quickTime = format == MediaFormat.MOV;
    boolean mp4 =
        !quickTime
            || (!movie.fragmented() && movie.tracks().stream().allMatch(MakeWebReady::isMp4));
    byte[] ftyp = ftyp(original, movie.layout().boxes().getFirst(), quickTime, mp4);
    RangedOriginal scanned = movie.whole() ? original : original.sequential();
    UserData userData = userData(video);
    CleanCopy copy = CleanCopy.of(scanned, movie, userData, ftyp, limits).orElse(null);
    if (copy == null) {
      return stored(video, original.source().key(), format, original.size());
    }
    MediaFormat copyFormat = quickTime && mp4 ? MediaFormat.MP4 : format;
    Job job = original.job();
    String key = job.outputs().key(NAME, mp4 ? "mp4" : "mov", recipe(job.etag(), copy));
    assemble(video, key, PutOptions.rendition(copyFormat.contentType()), copy);
    return stored(video, key, copyFormat, copy.size());
  }

  /** Returns what determines the copy's bytes, most of which this function never sees. */
  private static byte[] recipe(String etag, CleanCopy copy) {
    MessageDigest digest = sha256();
    digest.update(etag.getBytes(UTF_8));
    for (CleanCopy.Piece piece : copy.pieces()) {
      switch (piece) {
        case CleanCopy.Bytes(var bytes) -> digest.update(bytes);
        case CleanCopy.Range _, CleanCopy.Zeroes _ ->
            digest.update(piece.toString().getBytes(UTF_8));
      }
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean isMp4(Track track) {
    return (track.kind() != Track.Kind.VIDEO && track.kind() != Track.Kind.AUDIO)
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

  private void assemble(Probed video, String key, PutOptions options, CleanCopy copy)
      throws IOException, Malformed, TimeoutException {
    RangedOriginal original = video.original().sequential();
    var pending = new ByteArrayOutputStream();
    if (copy.size() <= Assembly.MIN_PART) {
      for (CleanCopy.Piece piece : copy.pieces()) {
        pending.writeBytes(bytes(original, piece, 0, (int) piece.length()));
      }
      store.put(key, options, pending.toByteArray());
      return;
    }
    try (Assembly assembly = store.assemble(key, options)) {
      for (CleanCopy.Piece piece : copy.pieces()) {
        long at = 0;
        while (at < piece.length()) {
          video.budget().check();
          long left = piece.length() - at;
          long wanted = pending.size() == 0 ? 0 : Assembly.MIN_PART - pending.size();
          if (piece instanceof CleanCopy.Range range && left - wanted >= Assembly.MIN_PART) {
            pending.writeBytes(bytes(original, piece, at, (int) wanted));
            flush(pending, assembly);
            copy(original, range.from() + at + wanted, left - wanted, assembly);
            break;
          }
          int some = (int) Math.min(SLICE, left);
          pending.writeBytes(bytes(original, piece, at, some));
          at += some;
          if (pending.size() >= Assembly.MIN_PART) {
            flush(pending, assembly);
          }
        }
      }
      flush(pending, assembly);
      assembly.complete();
    }
  }

  private static void flush(ByteArrayOutputStream pending, Assembly assembly) {
    if (pending.size() > 0) {
      assembly.add(pending.toByteArray());
      pending.reset();
    }
  }

  private static void copy(RangedOriginal original, long from, long length, Assembly assembly)
      throws OriginalGone {
    StreamPlan.Source source = original.source();
    if (assembly.copy(source.key(), source.etag(), from, length) instanceof Write.Lost) {
      throw new OriginalGone();
    }
  }

  /** Returns a part of a piece. */
  private static byte[] bytes(RangedOriginal original, CleanCopy.Piece piece, long from, int length)
      throws IOException, Malformed {
    return switch (piece) {
      case CleanCopy.Bytes(var bytes) -> Arrays.copyOfRange(bytes, (int) from, (int) from + length);
      case CleanCopy.Range range -> original.read(range.from() + from, length).bytes(length);
      case CleanCopy.Zeroes zeroes -> new byte[length];
    };
  }

  private static Output stored(Probed video, String key, MediaFormat format, long size) {
    Size display = video.video().displaySize();
    return new Output.Stored(
        new Rendition(NAME, key, format.contentType(), display.width(), display.height(), size));
  }
}
