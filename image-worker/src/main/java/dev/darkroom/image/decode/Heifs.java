package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.heif.HeifFile;
import dev.darkroom.codec.heif.HeifLimits;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.engine.ffmpeg.EngineLimits;
import dev.darkroom.engine.ffmpeg.EngineResult;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.engine.heif.HeifDecoder;
import dev.darkroom.engine.heif.HeifMemory;
import dev.darkroom.engine.heif.HeifRequest;
import dev.darkroom.engine.heif.HeifResult;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Decodes HEIC and AVIF with the keyframe engine. */
final class Heifs implements Decoder {
  /** Largest reduction factor. */
  private static final int MAX_REDUCTION = 4;

  private static final Logger LOG = Logger.getLogger(Heifs.class);

  private final KeyframeEngine engine;

  Heifs(KeyframeEngine engine) {
    this.engine = engine;
  }

  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    Mp4Source file = Mp4Source.of(source.file());
    Duration left = deadline.remaining();
    var request =
        new HeifRequest(
            Math.min(MAX_REDUCTION, source.reduction()),
            EngineLimits.DEFAULT.withTime(left.isNegative() ? Duration.ZERO : left));
    try {
      HeifFile index = HeifFile.read(file, HeifLimits.DEFAULT);
      HeifResult result = new HeifDecoder(engine).decode(index, file, request);
      return switch (result) {
        case HeifResult.Decoded decoded ->
            new Pixels(
                decoded.bitmap(), source.header().color().profile(), decoded.missingTiles() > 0);
        case HeifResult.Unsupported(String what) -> throw new UnsupportedCoding(what);
        case HeifResult.Undecoded(var why) -> throw failure(why);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("decoding was interrupted");
    }
  }

  private static IOException failure(EngineResult why) throws Malformed {
    return switch (why) {
      case EngineResult.Absent _ -> new UnsupportedCoding("a coding that nothing here can read");
      case EngineResult.Stopped(var reason, int frames, String detail) -> {
        LOG.infof("The engine stopped after %d tiles, %s: %s", frames, reason, detail);
        yield stopped(reason);
      }
      case EngineResult.Finished finished ->
          throw new Malformed(0, "none of " + finished.missing().size() + " tiles decoded");
    };
  }

  private static IOException stopped(EngineResult.Reason reason) throws Malformed {
    return switch (reason) {
      case TOOK_TOO_LONG, TOO_MUCH_CPU ->
          new DecoderStopped(ErrorCode.TOOK_TOO_LONG, "The decoder was stopped.");
      case OUT_OF_MEMORY ->
          new DecoderStopped(ErrorCode.OUT_OF_MEMORY, "The decoder was given no more.");
      case TOO_LARGE ->
          new DecoderStopped(ErrorCode.TOO_MANY_PIXELS, "It is coded larger than its header says.");
      case UNSUPPORTED ->
          new DecoderStopped(
              ErrorCode.UNSUPPORTED_FORMAT, "The decoder lacks a feature that it needs.");
      case CRASHED ->
          new DecoderStopped(ErrorCode.UNSUPPORTED_FORMAT, "The decoder crashes on it.");
      case FAILED -> new DecoderStopped(ErrorCode.UNSUPPORTED_FORMAT, "The decoder fails on it.");
      case DAMAGED -> throw new Malformed(0, "the decoder finds it damaged");
    };
  }

  @Override
  public long memory(Header header, int reduction) {
    HeifMemory memory = figures(header, reduction);
    return memory.heap() + memory.engine();
  }

  @Override
  public long offHeap(Header header, int reduction) {
    return figures(header, reduction).engine();
  }

  private static HeifMemory figures(Header header, int reduction) {
    return HeifDecoder.memory(
        Objects.requireNonNull(header.heif()),
        Math.min(MAX_REDUCTION, reduction),
        header.channels().bits() > Byte.SIZE);
  }
}
