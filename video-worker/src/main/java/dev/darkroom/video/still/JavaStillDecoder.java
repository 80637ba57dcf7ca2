package dev.darkroom.video.still;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.Rejection;
import dev.darkroom.video.frame.FrameDecoder;
import dev.darkroom.video.frame.FrameDecoders;
import dev.darkroom.video.frame.FrameResult;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** Decodes in Java: the calling thread reads keyframes, the worker threads decode them. */
public final class JavaStillDecoder implements StillDecoder {
  private final FrameDecoders decoders;
  private final int maxFrameSize;
  private final int threads;

  /**
   * @param maxFrameSize maximum size of a coded keyframe, in bytes
   * @param threads number of worker threads, each with one frame in memory
   */
  public JavaStillDecoder(FrameDecoders decoders, int maxFrameSize, int threads) {
    this.decoders = decoders;
    this.maxFrameSize = maxFrameSize;
    this.threads = threads;
  }

  @Override
  public Stills decode(StillRequest request) throws IOException {
    return switch (decoders.choose(request.entry())) {
      case FrameDecoders.NotFound(Rejection reason) -> Stills.none(reason);
      case FrameDecoders.Found(FrameDecoder decoder) -> decode(request, decoder);
    };
  }

  private Stills decode(StillRequest request, FrameDecoder decoder) throws IOException {
    var collector = new StillCollector();
    var reader = new KeyframeReader(request, maxFrameSize, collector);
    var pending = new ArrayDeque<Pending>();
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      try {
        boolean useful = true;
        while (useful) {
          KeyframeReader.Coded next = reader.next();
          if (next == null) {
            break;
          }
          pending.add(
              new Pending(next.keyframe(), workers.submit(() -> still(next, decoder, request))));
          // Bounds the number of frames in memory.
          useful = pending.size() <= threads || take(pending.remove(), collector);
        }
        while (useful && !pending.isEmpty()) {
          useful = take(pending.remove(), collector);
        }
        return collector.stills();
      } finally {
        pending.forEach(each -> each.still.cancel(true));
      }
    }
  }

  private record Pending(Keyframe keyframe, Future<Still> still) {}

  /** A picture of a keyframe, or the reason why there is none. */
  private sealed interface Still {
    record Picture(RgbPicture picture) implements Still {}

    record Damaged(String why) implements Still {}

    /** No keyframe of the track can be decoded. */
    record Unsupported(Rejection reason) implements Still {}
  }

  private static Still still(KeyframeReader.Coded coded, FrameDecoder decoder, StillRequest request)
      throws TimeoutException {
    Size size = request.size();
    return switch (decoder.decode(coded.bytes(), request.draft(), request.until())) {
      case FrameResult.Frame(var yuv) ->
          new Still.Picture(yuv.scaled(size.width(), size.height()).toRgb());
      case FrameResult.Damaged(var why) -> new Still.Damaged(why);
      case FrameResult.Unsupported(var reason) -> new Still.Unsupported(reason);
    };
  }

  /** Waits for a picture. Returns false if decoding others is useless. */
  private static boolean take(Pending oldest, StillCollector collector) throws IOException {
    try {
      switch (oldest.still.get()) {
        case Still.Picture(var picture) -> collector.add(oldest.keyframe, picture);
        case Still.Damaged(var why) -> collector.damaged(why);
        case Still.Unsupported(var reason) -> {
          collector.refused(reason);
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while decoding", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case TimeoutException timeout -> collector.tookTooLong();
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
      return true;
    }
  }
}
