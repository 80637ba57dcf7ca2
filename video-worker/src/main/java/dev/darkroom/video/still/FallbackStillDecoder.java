package dev.darkroom.video.still;

import dev.darkroom.contract.ErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Java first, which is there at once; the engine for what Java cannot decode. */
public final class FallbackStillDecoder implements StillDecoder {
  private final StillDecoder java;
  private final @Nullable StillDecoder engine;

  /**
   * @param engine absent where there is none
   */
  public FallbackStillDecoder(StillDecoder java, @Nullable StillDecoder engine) {
    this.java = java;
    this.engine = engine;
  }

  @Override
  public Stills decode(StillRequest request) throws IOException {
    Stills stills = java.decode(request);
    if (engine == null || !stills.pictures().isEmpty() || !isBeyondJava(stills)) {
      return stills;
    }
    Stills others = engine.decode(request);
    boolean unknown =
        others.reason() != null && others.reason().code() == ErrorCode.UNSUPPORTED_FORMAT;
    // Of what neither can, Java says more precisely what it is.
    return unknown ? stills : others;
  }

  private static boolean isBeyondJava(Stills stills) {
    return stills.reason() != null
        && (stills.reason().code() == ErrorCode.UNSUPPORTED_FORMAT
            || stills.reason().code() == ErrorCode.TOO_MANY_PIXELS);
  }
}
