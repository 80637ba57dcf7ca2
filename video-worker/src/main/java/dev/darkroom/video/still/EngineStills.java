package dev.darkroom.video.still;

import dev.darkroom.codec.keyframe.CodecSetup;
import dev.darkroom.codec.keyframe.EngineLimits;
import dev.darkroom.codec.keyframe.EngineResult;
import dev.darkroom.codec.keyframe.FrameCodec;
import dev.darkroom.codec.keyframe.FrameRequest;
import dev.darkroom.codec.keyframe.FrameSource;
import dev.darkroom.codec.keyframe.KeyframeEngine;
import dev.darkroom.codec.keyframe.PixelLayout;
import dev.darkroom.codec.keyframe.RawFrame;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.picture.ColourSpace;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.codec.profile.CodecProfile;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * By the keyframe engine: all of a request in one process, which scales them too. High dynamic
 * range is mapped to what screens show.
 */
public final class EngineStills implements StillDecoder {
  private static final Logger LOG = Logger.getLogger(EngineStills.class);
  private static final int UNSPECIFIED = 2;

  private final KeyframeEngine engine;
  private final int maxFrameSize;
  private final int threads;

  /**
   * @param maxFrameSize in bytes
   * @param threads that decode
   */
  public EngineStills(KeyframeEngine engine, int maxFrameSize, int threads) {
    this.engine = engine;
    this.maxFrameSize = maxFrameSize;
    this.threads = threads;
  }

  @Override
  public Stills decode(Request request) throws IOException {
    SampleEntry entry = request.entry();
    FrameCodec codec = FrameCodec.of(entry.format()).orElse(null);
    byte[] configuration =
        codec == null ? null : entry.configurations().get(codec.configurationType());
    if (codec == null || entry.encrypted()) {
      return Stills.none(
          Rejection.of(
              entry.encrypted() ? ErrorCode.ENCRYPTED : ErrorCode.UNSUPPORTED_FORMAT,
              entry.codec() + " cannot be decoded here."));
    }
    if (configuration == null || entry.width() == 0 || entry.height() == 0) {
      return Stills.none(Rejection.of(ErrorCode.CORRUPT_FILE, "The decoder's set-up is missing."));
    }
    var setup = new CodecSetup(codec, configuration, entry.width(), entry.height());
    try {
      return decode(request, setup);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while decoding", e);
    }
  }

  private Stills decode(Request request, CodecSetup setup)
      throws IOException, InterruptedException {
    SampleEntry.Colour colour = CodecProfile.of(request.entry()).colour();
    FrameRequest wanted =
        FrameRequest.asDecoded(PixelLayout.YUV420)
            .scaledTo(request.size().width(), request.size().height())
            .toneMapped(colour);
    boolean mapped = wanted.toneMap() != null && engine.selfTest().mapsTones();
    EngineLimits limits =
        EngineLimits.DEFAULT.withTime(request.until().remaining()).withThreads(threads);
    var gathered = new Gathered();
    var given = new CopyOnWriteArrayList<Keyframe>();
    EngineResult result =
        engine.decode(
            setup,
            wanted,
            limits,
            source(request, gathered, given),
            (index, frame) ->
                gathered.add(given.get(index), picture(frame, mapped ? null : colour, request)));
    tell(result, gathered);
    return gathered.stills();
  }

  private FrameSource source(Request request, Gathered gathered, List<Keyframe> given) {
    var reader = new KeyframeReader(request, maxFrameSize, gathered);
    return () -> {
      KeyframeReader.Coded next = request.until().passed() ? null : reader.next();
      if (next == null) {
        return null;
      }
      given.add(next.keyframe());
      return next.all();
    };
  }

  /**
   * The frame's own word on its colours first, then the container's.
   *
   * @param container absent where it says nothing, or where it is true no more
   */
  private static RgbPicture picture(
      RawFrame frame, SampleEntry.@Nullable Colour container, Request request) {
    int matrix = frame.colour().matrix();
    Boolean full = frame.colour().fullRange();
    if (matrix == UNSPECIFIED) {
      matrix = container == null ? UNSPECIFIED : container.matrix();
    }
    if (full == null && container != null) {
      full = container.fullRange();
    }
    SampleEntry entry = request.entry();
    Size size = request.size();
    return frame
        .yuv(ColourSpace.of(matrix, Boolean.TRUE.equals(full), entry.width(), entry.height()))
        .scaled(size.width(), size.height())
        .toRgb();
  }

  private static void tell(EngineResult result, Gathered gathered) {
    switch (result) {
      case EngineResult.Finished(var frames, var missing) -> {
        if (!missing.isEmpty()) {
          gathered.damaged("it cannot be decoded");
        }
      }
      case EngineResult.Stopped(var reason, var frames, var detail) -> {
        LOG.warnf("the engine stopped, %s after %d frames: %s", reason, frames, detail);
        switch (reason) {
          case TOOK_TOO_LONG, TOO_MUCH_CPU -> gathered.tookTooLong();
          case OUT_OF_MEMORY -> gathered.refused(Rejection.of(ErrorCode.OUT_OF_MEMORY));
          case TOO_LARGE -> gathered.refused(Rejection.of(ErrorCode.TOO_MANY_PIXELS));
          case CRASHED, FAILED -> gathered.damaged("it cannot be decoded");
        }
      }
      case EngineResult.Absent(var why) -> {
        LOG.infof("no engine for this: %s", why);
        gathered.refused(
            Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "No decoder for it is installed here."));
      }
    }
  }
}
