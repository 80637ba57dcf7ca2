package dev.darkroom.video.still;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.video.frame.FrameDecoder;
import dev.darkroom.video.frame.FrameDecoders;
import dev.darkroom.video.frame.FrameResult;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** By the decoders in Java: one thread reads, as many as there are processors decode. */
public final class JavaStillDecoder implements StillDecoder {
  private final FrameDecoders decoders;
  private final int maxFrameSize;
  private final int threads;

  /**
   * @param maxFrameSize in bytes
   * @param threads that decode, each with a frame of its own in memory
   */
  public JavaStillDecoder(FrameDecoders decoders, int maxFrameSize, int threads) {
    this.decoders = decoders;
    this.maxFrameSize = maxFrameSize;
    this.threads = threads;
  }

  @Override
  public Stills decode(StillRequest request) throws IOException {
    return switch (decoders.of(request.entry())) {
      case FrameDecoders.None(Rejection reason) -> Stills.none(reason);
      case FrameDecoders.Able(FrameDecoder decoder) -> decode(request, decoder);
    };
  }

  private Stills decode(StillRequest request, FrameDecoder decoder) throws IOException {
    var gathered = new StillCollector();
    var reader = new KeyframeReader(request, maxFrameSize, gathered);
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      var pending = new ArrayDeque<Pending>();
      try {
        while (!request.until().passed()) {
          KeyframeReader.Coded next = reader.next();
          if (next == null) {
            return drained(pending, gathered);
          }
          pending.add(
              new Pending(next.keyframe(), workers.submit(() -> picture(next, decoder, request))));
          if (pending.size() > threads) {
            Rejection obstacle = take(pending, gathered);
            if (obstacle != null) {
              return new Stills(gathered.stills().pictures(), obstacle);
            }
          }
        }
        gathered.tookTooLong();
        return drained(pending, gathered);
      } finally {
        pending.forEach(each -> each.result.cancel(true));
      }
    }
  }

  private static Stills drained(Deque<Pending> pending, StillCollector gathered) {
    while (!pending.isEmpty()) {
      Rejection obstacle = take(pending, gathered);
      if (obstacle != null) {
        return new Stills(gathered.stills().pictures(), obstacle);
      }
    }
    return gathered.stills();
  }

  private record Pending(Keyframe keyframe, Future<Answer> result) {}

  private sealed interface Answer {}

  private record Picture(RgbPicture picture) implements Answer {}

  private record Other(FrameResult decoded) implements Answer {}

  private static Answer picture(
      KeyframeReader.Coded coded, FrameDecoder decoder, StillRequest request)
      throws TimeoutException {
    Deadline until = request.until();
    FrameResult decoded = decoder.decode(coded.bytes(), request.draft(), until);
    Size size = request.size();
    return decoded instanceof FrameResult.Frame(var yuv)
        ? new Picture(yuv.scaled(size.width(), size.height()).toRgb())
        : new Other(decoded);
  }

  /** Waits for the first; what it says of all others, if it says so. */
  private static @Nullable Rejection take(Deque<Pending> pending, StillCollector gathered) {
    Pending first = pending.remove();
    try {
      switch (first.result.get()) {
        case Picture(RgbPicture picture) -> gathered.add(first.keyframe, picture);
        case Other(FrameResult.Unsupported(var code, var facts)) -> {
          return new Rejection(code, facts);
        }
        case Other(FrameResult.Damaged(var why)) -> gathered.damaged(why);
        case Other(FrameResult.Frame frame) ->
            throw new IllegalStateException("a frame is a picture");
      }
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while decoding", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TimeoutException) {
        gathered.tookTooLong();
        return null;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
