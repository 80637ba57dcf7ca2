package dev.darkroom.video.frame;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.AvcConfig;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.profile.CodecName;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;

/** Chooses the Java decoder for a track. */
public final class FrameDecoders {
  private final FrameLimits limits;

  public FrameDecoders(FrameLimits limits) {
    this.limits = limits;
  }

  /** A decoder, or the reason why there is none. */
  public sealed interface Choice {}

  /** This decoder can decode the track. */
  public record Found(FrameDecoder decoder) implements Choice {}

  /** No decoder in Java can decode the track. */
  public record NotFound(Rejection reason) implements Choice {}

  public Choice choose(SampleEntry entry) {
    if (entry.encrypted()) {
      return notFound(ErrorCode.ENCRYPTED, "Its " + entry.codec() + " video cannot be decoded.");
    }
    byte[] avcC = entry.configurations().get("avcC");
    if (avcC == null) {
      return notFound(
          ErrorCode.UNSUPPORTED_FORMAT,
          "%s video (%s) cannot be decoded here.".formatted(CodecName.of(entry), entry.codec()));
    }
    try {
      return new Found(new H264Decoder(AvcConfig.parse(avcC), entry, limits));
    } catch (Malformed e) {
      return notFound(
          ErrorCode.CORRUPT_FILE, "The decoder's set-up is damaged: " + e.reason() + ".");
    }
  }

  private static Choice notFound(ErrorCode code, String facts) {
    return new NotFound(Rejection.of(code, facts));
  }
}
