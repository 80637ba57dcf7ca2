package dev.darkroom.video.rewrap;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.container.MatroskaEncryption;
import dev.darkroom.codec.container.TransportScrambling;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.rewrap.Container;
import dev.darkroom.engine.rewrap.FileType;
import dev.darkroom.engine.rewrap.Limits;
import dev.darkroom.engine.rewrap.RewrapOutput;
import dev.darkroom.engine.rewrap.RewrapResult;
import dev.darkroom.engine.rewrap.Rewrapper;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.StoredFile;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Rewraps originals, each once: a repeated attempt finds the file of the one before. */
public final class ContainerRewrapper {
  /** First bytes of a Matroska file, which describe its tracks. */
  private static final int TRACKS = 64 << 10;

  /** First bytes of a transport stream, in which each of its programs shows a picture. */
  private static final int PACKETS = 1 << 20;

  private static final Logger LOG = Logger.getLogger(ContainerRewrapper.class);

  private static final String NAME = "rewrapped";

  private final ObjectStore store;
  private final @Nullable Rewrapper rewrapper;
  private final Settings settings;

  /**
   * @param enabled whether a stranger's container may reach the engine at all
   * @param maxSize of an original, in bytes
   * @param time for one original
   */
  public record Settings(boolean enabled, long maxSize, Duration time) {}

  /**
   * @param rewrapper null if there is no engine
   */
  public ContainerRewrapper(ObjectStore store, @Nullable Rewrapper rewrapper, Settings settings) {
    this.store = store;
    this.rewrapper = rewrapper;
    this.settings = settings;
  }

  /**
   * Rewraps an original.
   *
   * @throws IOException if trying again may help
   */
  public Rewrapping rewrap(RangedOriginal original, MediaFormat format)
      throws IOException, InterruptedException {
    String name = FormatName.of(format);
    if (!settings.enabled()) {
      return unsupported(name + "; MP4, MOV and 3GP files are.");
    }
    if (rewrapper == null) {
      return unsupported(name + ", which cannot be read without a video engine.");
    }
    Job job = original.job();
    if (job.size() > settings.maxSize()) {
      return new Rewrapping.Impossible(
          Rejection.of(
              ErrorCode.TOO_LARGE,
              "It is %s of %d bytes; %d are allowed."
                  .formatted(name, job.size(), settings.maxSize())));
    }
    if (isEncrypted(original, format)) {
      return new Rewrapping.Impossible(Rejection.of(ErrorCode.ENCRYPTED));
    }
    String key = job.work(store).key(NAME);
    Optional<Rewrapping> before = store.head(key).map(ContainerRewrapper::done);
    return before.isPresent()
        ? before.get()
        : rewrap(rewrapper, original, container(format), name, key);
  }

  /** Tells what an engine does not: encrypted frames are rubbish to it, or copied all the same. */
  private static boolean isEncrypted(RangedOriginal original, MediaFormat format)
      throws IOException {
    try {
      return switch (format) {
        case MATROSKA, WEBM -> MatroskaEncryption.isIn(original.head(TRACKS));
        case MPEG_TS -> TransportScrambling.isIn(original.head(PACKETS));
        default -> false;
      };
    } catch (Malformed e) {
      return false;
    }
  }

  private static Rewrapping done(ObjectInfo info) {
    MediaFormat format =
        MediaFormat.MOV.contentType().equals(info.contentType())
            ? MediaFormat.MOV
            : MediaFormat.MP4;
    return new Rewrapping.Done(new StreamPlan.Source(info.key(), info.etag(), info.size()), format);
  }

  private Rewrapping rewrap(
      Rewrapper engine, RangedOriginal original, Container container, String name, String key)
      throws IOException, InterruptedException {
    Duration left = original.job().deadline().remaining().multipliedBy(6).dividedBy(10);
    var limits =
        new Limits(
            left.compareTo(settings.time()) < 0 ? left : settings.time(),
            original.size(),
            // Coded pictures may be larger than the original's.
            4 * settings.maxSize());
    try (var output = new Output(store, key)) {
      RewrapResult result =
          engine.rewrap(container, limits, new WholeOriginal(store, original.source()), output);
      return switch (result) {
        case RewrapResult.Rewrapped made -> {
          LOG.infof("%s: %s %s", key, made.codec(), made.copied() ? "copied" : "coded once");
          yield output.finish();
        }
        case RewrapResult.NoPicture() ->
            new Rewrapping.Impossible(Rejection.of(ErrorCode.NO_PICTURE));
        case RewrapResult.Encrypted() ->
            new Rewrapping.Impossible(Rejection.of(ErrorCode.ENCRYPTED));
        case RewrapResult.Absent(String why) -> {
          LOG.warnf("no engine: %s", why);
          yield unsupported(name + ", which cannot be read without a video engine.");
        }
        case RewrapResult.Stopped(Reason reason, String detail) -> {
          LOG.infof("%s: %s: %s", key, reason, detail);
          yield new Rewrapping.Impossible(rejection(reason, name));
        }
      };
    }
  }

  /** The file in the making; the last one that was started counts. */
  private static final class Output implements RewrapOutput, AutoCloseable {
    private final ObjectStore store;
    private final String key;
    private @Nullable StoredFile file;
    private MediaFormat format = MediaFormat.MP4;

    Output(ObjectStore store, String key) {
      this.store = store;
      this.key = key;
    }

    @Override
    public OutputStream start(FileType type) {
      close();
      format =
          switch (type) {
            case MP4 -> MediaFormat.MP4;
            case MOV -> MediaFormat.MOV;
          };
      file = new StoredFile(store, key, PutOptions.rendition(format.contentType()));
      return file;
    }

    Rewrapping finish() {
      if (file == null) {
        throw new IllegalStateException("rewrapped into nothing");
      }
      return new Rewrapping.Done(file.finish(), format);
    }

    @Override
    public void close() {
      if (file != null) {
        file.close();
      }
    }
  }

  /** Deletes what was made of an original, once nobody reads it any more. */
  public void forget(RangedOriginal original) {
    store.delete(List.of(original.job().work(store).key(NAME)));
  }

  private static Rewrapping unsupported(String what) {
    return new Rewrapping.Impossible(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "It is " + what));
  }

  private static Rejection rejection(Reason reason, String name) {
    return switch (reason) {
      case TOOK_TOO_LONG, TOO_MUCH_CPU -> Rejection.of(ErrorCode.TOOK_TOO_LONG);
      case OUT_OF_MEMORY -> Rejection.of(ErrorCode.OUT_OF_MEMORY);
      case TOO_LARGE ->
          Rejection.of(
              ErrorCode.TOO_LARGE, "It is " + name + " whose frames or content are too large.");
      case UNSUPPORTED ->
          Rejection.of(
              ErrorCode.UNSUPPORTED_FORMAT,
              "It is " + name + " whose codec the video engine does not know.");
      case DAMAGED, CRASHED, FAILED ->
          Rejection.of(
              ErrorCode.CORRUPT_FILE, "It is " + name + " in which no pictures can be found.");
    };
  }

  private static Container container(MediaFormat format) {
    return switch (format) {
      case MATROSKA, WEBM -> Container.MATROSKA;
      case MPEG_TS -> Container.MPEG_TS;
      case MPEG_PS -> Container.MPEG_PS;
      case MPEG_VIDEO -> Container.MPEG_VIDEO;
      case AVI -> Container.AVI;
      case FLV -> Container.FLV;
      case ASF -> Container.ASF;
      case OGG -> Container.OGG;
      case MP4, MOV, THREE_GP, JPEG, PNG, GIF, WEBP, TIFF, BMP, HEIC, AVIF, HEIF ->
          throw new IllegalArgumentException(format + " needs no other container");
    };
  }
}
