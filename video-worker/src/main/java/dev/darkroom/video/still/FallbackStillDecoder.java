package dev.darkroom.video.still;

import dev.darkroom.contract.ErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Decodes in Java, which starts at once, and with the engine what Java cannot decode: all keyframes
 * of a video or, where coding changes, only some.
 */
public final class FallbackStillDecoder implements StillDecoder {
  private final StillDecoder java;
  private final @Nullable StillDecoder engine;

  /**
   * @param engine absent if none is installed
   */
  public FallbackStillDecoder(StillDecoder java, @Nullable StillDecoder engine) {
    this.java = java;
    this.engine = engine;
  }

  @Override
  public Stills decode(StillRequest request) throws IOException {
    Stills stills = java.decode(request);
    if (engine == null || !isBeyondJava(stills)) {
      return stills;
    }
    Stills fallback = engine.decode(request.after(stills));
    // If neither can decode it, Java describes the codec more precisely.
    return EngineStillDecoder.NO_DECODER.equals(fallback.reason()) ? stills : stills.and(fallback);
  }

  private static boolean isBeyondJava(Stills stills) {
    return stills.reason() != null
        && (stills.reason().code() == ErrorCode.UNSUPPORTED_FORMAT
            || stills.reason().code() == ErrorCode.TOO_MANY_PIXELS);
  }
}
