package dev.darkroom.engine.rewrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.IndexAtEnd;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.ffmpeg.InputWriter;
import dev.darkroom.engine.ffmpeg.PipeEngine;
import dev.darkroom.engine.ffmpeg.PipeResult;
import dev.darkroom.engine.ffmpeg.ProcessLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Rewraps files by ffmpeg. Thread-safe, because each call starts processes of its own. */
public final class Rewrapper {
  /** Boxes of all fragments together: a dozen for every two seconds of some days. */
  private static final int MAX_BOXES = 2_000_000;

  /** Reasons that lie in the file's streams, which another recipe may treat better. */
  private static final Set<Reason> WORTH_ANOTHER =
      Set.of(Reason.FAILED, Reason.DAMAGED, Reason.UNSUPPORTED, Reason.CRASHED);

  private static final String ENCRYPTED = "DRM protected stream";

  private final PipeEngine engine;
  private final Mp4Limits limits;
  private @Nullable Encoder encoder;

  public Rewrapper(PipeEngine engine) {
    this.engine = engine;
    Mp4Limits standard = Mp4Limits.DEFAULT;
    this.limits =
        new Mp4Limits(
            standard.indexBytes(),
            MAX_BOXES,
            standard.tracks(),
            standard.samples(),
            Integer.MAX_VALUE);
  }

  /**
   * Copies a file's first pictures and first sound into a new file.
   *
   * @param input writes the whole file; called several times
   * @param output gets a file with its index at the end
   * @throws IOException if the input or the output throws it
   * @throws dev.darkroom.engine.ffmpeg.EngineFault if the engine cannot work now, for a reason that
   *     may pass
   */
  public RewrapResult rewrap(
      Container container, Limits limits, InputWriter input, RewrapOutput output)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limits.time().toNanos();
    var list = new ByteArrayOutputStream();
    PipeResult listing =
        engine.run(Recipe.listing(container), limits.ofListing(left(deadline)), input, list);
    if (!(listing instanceof PipeResult.Finished) && list.size() == 0) {
      return unlisted(listing);
    }
    if (isEncrypted(listing)) {
      return new RewrapResult.Encrypted();
    }
    Streams streams = Streams.parse(list.toString(UTF_8));
    if (streams.picture().isEmpty()) {
      return streams.pictures().isEmpty()
          ? new RewrapResult.NoPicture()
          : new RewrapResult.Stopped(Reason.UNSUPPORTED, "unknown codec");
    }
    Recipe recipe =
        Recipe.of(container, streams.picture().get(), streams.firstSound().orElse(null));
    RewrapResult first = null;
    while (recipe != null && left(deadline).isPositive()) {
      RewrapResult result = rewrap(recipe, limits, left(deadline), input, output);
      first = first == null ? result : first;
      if (!(result instanceof RewrapResult.Stopped(Reason reason, String _))
          || !WORTH_ANOTHER.contains(reason)) {
        return result;
      }
      recipe = recipe.fallback();
    }
    return first == null ? new RewrapResult.Stopped(Reason.TOOK_TOO_LONG, "") : first;
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /** Looks for what ffmpeg's demuxer of ASF says, which copies encrypted frames all the same. */
  private static boolean isEncrypted(PipeResult result) {
    return switch (result) {
      case PipeResult.Finished(long _, String detail) -> detail.contains(ENCRYPTED);
      case PipeResult.Stopped(Reason _, String detail) -> detail.contains(ENCRYPTED);
      case PipeResult.Absent _ -> false;
    };
  }

  /** Explains why ffmpeg lists nothing, which is its way to say that no stream was found. */
  private static RewrapResult unlisted(PipeResult listing) {
    return switch (listing) {
      case PipeResult.Absent(String why) -> new RewrapResult.Absent(why);
      case PipeResult.Finished _ -> new RewrapResult.NoPicture();
      case PipeResult.Stopped(Reason reason, String detail) ->
          detail.contains("does not contain any stream")
              ? new RewrapResult.NoPicture()
              : new RewrapResult.Stopped(reason, detail);
    };
  }

  private RewrapResult rewrap(
      Recipe recipe, Limits limits, Duration left, InputWriter input, RewrapOutput output)
      throws IOException, InterruptedException {
    var file = new IndexAtEnd(output.start(recipe.type()), this.limits);
    List<String> arguments = recipe.arguments(recipe.picturesCopied() ? Encoder.X264 : encoder());
    ProcessLimits each = limits.ofProcess(left);
    var unpacking = new AtomicReference<PipeResult>();
    InputWriter read = recipe.isPacked() ? unpacked(recipe, each, input, unpacking) : input;
    PipeResult result = engine.run(arguments, each, read, file);
    // To the process that reads them, frames that stop coming look like the end of the file.
    PipeResult unpacked = unpacking.get();
    return switch (unpacked == null || unpacked instanceof PipeResult.Finished
        ? result
        : unpacked) {
      case PipeResult.Absent(String why) -> new RewrapResult.Absent(why);
      case PipeResult.Stopped(Reason reason, String detail) ->
          new RewrapResult.Stopped(reason, detail);
      case PipeResult.Finished(long _, String detail) -> finished(recipe, file, detail);
    };
  }

  /** Lets another process unpack frames on their way. */
  private InputWriter unpacked(
      Recipe recipe,
      ProcessLimits limits,
      InputWriter input,
      AtomicReference<PipeResult> unpacking) {
    return out -> {
      try {
        unpacking.set(engine.run(recipe.unpacking(), limits, input, out));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    };
  }

  private static RewrapResult finished(Recipe recipe, IndexAtEnd file, String detail)
      throws IOException {
    try {
      file.finish();
    } catch (Malformed e) {
      return new RewrapResult.Stopped(Reason.FAILED, e.getMessage() + "\n" + detail);
    }
    return new RewrapResult.Rewrapped(
        recipe.type(), recipe.picture().codec(), recipe.picturesCopied());
  }

  /** Finds the best encoder that this engine has; the best of all if it does not say. */
  private synchronized Encoder encoder() throws IOException, InterruptedException {
    if (encoder == null) {
      var list = new ByteArrayOutputStream();
      engine.run(List.of("-encoders"), Limits.OF_QUESTION, out -> {}, list);
      String names = list.toString(UTF_8);
      encoder = Encoder.X264;
      for (Encoder candidate : Encoder.values()) {
        if (names.contains(" " + candidate.codec() + " ")) {
          encoder = candidate;
          break;
        }
      }
    }
    return encoder;
  }
}
