package dev.darkroom.video.still;

import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.picture.ColorSpace;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.codec.profile.CodecName;
import dev.darkroom.codec.profile.CodecProfile;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.engine.ffmpeg.CodecSetup;
import dev.darkroom.engine.ffmpeg.ColorRange;
import dev.darkroom.engine.ffmpeg.EngineLimits;
import dev.darkroom.engine.ffmpeg.EngineResult;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.engine.ffmpeg.FrameRequest;
import dev.darkroom.engine.ffmpeg.FrameSource;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.engine.ffmpeg.PixelLayout;
import dev.darkroom.engine.ffmpeg.RawFrame;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Decodes with the keyframe engine: one process decodes and scales all keyframes of a request. Maps
 * high dynamic range to what screens show.
 */
public final class EngineStillDecoder implements StillDecoder {
  private static final Logger LOG = Logger.getLogger(EngineStillDecoder.class);

  /** Why there are no pictures if no engine knows the codec. */
  static final Rejection NO_DECODER =
      Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "No decoder for it is installed here.");

  /** MatrixCoefficients (ITU-T H.273, table 4). */
  private static final int UNSPECIFIED = 2;

  private final KeyframeEngine engine;
  private final int maxFrameSize;
  private final int threads;

  /**
   * @param maxFrameSize maximum size of a coded keyframe, in bytes
   * @param threads number of threads that the engine decodes with
   */
  public EngineStillDecoder(KeyframeEngine engine, int maxFrameSize, int threads) {
    this.engine = engine;
    this.maxFrameSize = maxFrameSize;
    this.threads = threads;
  }

  @Override
  public Stills decode(StillRequest request) throws IOException {
    SampleEntry entry = request.entry();
    if (entry.encrypted()) {
      return Stills.none(
          Rejection.of(ErrorCode.ENCRYPTED, entry.codec() + " cannot be decoded here."));
    }
    FrameCodec codec = FrameCodec.of(entry.format()).orElse(null);
    if (codec == null) {
      return Stills.none(NO_DECODER);
    }
    CodecSetup setup = CodecSetup.of(codec, entry).orElse(null);
    if (setup == null) {
      return Stills.none(Rejection.of(ErrorCode.CORRUPT_FILE, "The decoder's set-up is missing."));
    }
    try {
      return decode(request, setup, CodecProfile.of(entry).color());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while decoding", e);
    }
  }

  /**
   * @param color what is known before a frame has been decoded
   */
  private Stills decode(StillRequest request, CodecSetup setup, SampleEntry.@Nullable Color color)
      throws IOException, InterruptedException {
    boolean full = color != null && Boolean.TRUE.equals(color.fullRange());
    FrameRequest wanted =
        FrameRequest.asDecoded(PixelLayout.YUV420)
            .withRange(full ? ColorRange.FULL : ColorRange.TO_LIMITED)
            .scaledTo(request.size().width(), request.size().height())
            .toneMapped(color);
    boolean mapped = wanted.toneMap() != null && engine.selfTest().mapsTones();
    EngineLimits limits =
        EngineLimits.DEFAULT.withTime(request.until().remaining()).withThreads(threads);
    var collector = new StillCollector();
    var fed = new CopyOnWriteArrayList<Keyframe>();
    FrameSource source = source(request, collector, fed);
    var frameColor = new AtomicReference<SampleEntry.@Nullable Color>();
    EngineResult result =
        engine.decode(
            setup,
            wanted,
            limits,
            () -> frameColor.get() == null ? source.next() : null,
            (index, frame) -> {
              if (wanted.toneMap() == null && needsToneMapping(frame, wanted)) {
                frameColor.set(frame.color());
              } else {
                collector.add(fed.get(index), picture(frame, mapped ? null : color, request));
              }
            });
    SampleEntry.Color found = frameColor.get();
    if (found != null) {
      // Only the frames say that their range is high: decode again, with tone mapping.
      return decode(request, setup, found);
    }
    collectReason(result, request, collector);
    return collector.stills();
  }

  private boolean needsToneMapping(RawFrame frame, FrameRequest wanted) {
    return wanted.toneMapped(frame.color()).toneMap() != null && engine.selfTest().mapsTones();
  }

  /**
   * @param fed receives each keyframe as it goes to the engine
   */
  private FrameSource source(StillRequest request, StillCollector collector, List<Keyframe> fed) {
    var reader = new KeyframeReader(request, maxFrameSize, collector);
    return () -> {
      KeyframeReader.Coded next = reader.next();
      if (next == null) {
        return null;
      }
      fed.add(next.keyframe());
      return next.all();
    };
  }

  /**
   * Trusts the frame's own matrix, and the container's only if the frame has none.
   *
   * @param container absent if the container does not say, or if tone mapping changed the colors
   */
  private static RgbPicture picture(
      RawFrame frame, SampleEntry.@Nullable Color container, StillRequest request) {
    int matrix = frame.color().matrix();
    if (matrix == UNSPECIFIED && container != null) {
      matrix = container.matrix();
    }
    boolean full = Boolean.TRUE.equals(frame.color().fullRange());
    SampleEntry entry = request.entry();
    Size size = request.size();
    return frame
        .yuv(ColorSpace.of(matrix, full, entry.width(), entry.height()))
        .scaled(size.width(), size.height())
        .toRgb();
  }

  private static void collectReason(
      EngineResult result, StillRequest request, StillCollector collector) {
    switch (result) {
      case EngineResult.Finished(var frames, var missing) -> {
        if (!missing.isEmpty()) {
          collector.damaged("it cannot be decoded");
        }
      }
      case EngineResult.Stopped(var reason, var frames, var detail) -> {
        LOG.warnf("The engine stopped after %d frames, %s: %s", frames, reason, detail);
        switch (reason) {
          case TOOK_TOO_LONG, TOO_MUCH_CPU -> collector.tookTooLong();
          case OUT_OF_MEMORY -> collector.refused(Rejection.of(ErrorCode.OUT_OF_MEMORY));
          case TOO_LARGE -> collector.refused(Rejection.of(ErrorCode.TOO_MANY_PIXELS));
          case UNSUPPORTED -> collector.refused(beyond(request, "lacks a feature that it needs"));
          case CRASHED -> collector.refused(beyond(request, "crashes on it"));
          case FAILED -> collector.refused(beyond(request, "fails on it"));
          case DAMAGED -> collector.damaged("it cannot be decoded");
        }
      }
      case EngineResult.Absent(var why) -> {
        LOG.infof("No engine can decode this: %s", why);
        collector.refused(NO_DECODER);
      }
    }
  }

  private static Rejection beyond(StillRequest request, String what) {
    SampleEntry entry = request.entry();
    return Rejection.of(
        ErrorCode.UNSUPPORTED_FORMAT,
        "The decoder of %s video (%s) %s.".formatted(CodecName.of(entry), entry.codec(), what));
  }
}
