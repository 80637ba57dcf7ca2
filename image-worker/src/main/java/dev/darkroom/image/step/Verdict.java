package dev.darkroom.image.step;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.engine.ffmpeg.EngineFault;
import dev.darkroom.engine.foreign.LibraryFault;
import dev.darkroom.image.decode.DecoderStopped;
import dev.darkroom.image.decode.UnsupportedCoding;
import java.io.InterruptedIOException;
import java.util.ServiceConfigurationError;

/**
 * Decides what a decoder's failure says about the file: decoders react to hostile bytes with
 * exceptions and errors of any kind.
 */
final class Verdict {
  private Verdict() {}

  /**
   * Returns why the file is rejected for good.
   *
   * @param late whether the time for decoding had run out
   * @throws LinkageError if the installation is at fault, as with the next three: another process
   *     may decode the file
   * @throws ServiceConfigurationError if a provider of ImageIO is missing
   * @throws LibraryFault if the native library is missing or refuses what it must accept
   * @throws EngineFault if the keyframe engine cannot be started, or something else ended it
   * @throws InterruptedIOException if this process is ending
   */
  static Rejection of(Throwable failure, boolean late) throws InterruptedIOException {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case LinkageError fault -> throw fault;
        case ServiceConfigurationError fault -> throw fault;
        case LibraryFault fault -> throw fault;
        case EngineFault fault -> throw fault;
        case InterruptedIOException interruption -> throw interruption;
        default -> {}
      }
    }
    return switch (failure) {
      case OutOfMemoryError _ -> Rejection.of(ErrorCode.OUT_OF_MEMORY);
      case UnsupportedCoding coding ->
          Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "It has " + coding.getMessage() + ".");
      case DecoderStopped stopped -> stopped.rejection();
      default -> Rejection.of(late ? ErrorCode.TOOK_TOO_LONG : ErrorCode.CORRUPT_FILE);
    };
  }
}
