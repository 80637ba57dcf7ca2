package dev.darkroom.engine.ffmpeg;

import java.util.Optional;

/** What the engine is for. */
public enum FrameCodec {
  /** ISO/IEC 14496-15, 8.3 and 8.4. */
  HEVC("hvc1", "hvcC"),
  /** AV1 Codec ISO Media File Format Binding, 2.2 and 2.3. */
  AV1("av01", "av1C"),
  /**
   * VP Codec ISO Media File Format Binding, "VP Codec Sample Entry Box"; with version and flags.
   */
  VP9("vp09", "vpcC"),
  /** ISO/IEC 14496-15, 5.3 and 5.4. */
  H264("avc1", "avcC");

  private final String sampleEntry;
  private final String configurationType;

  FrameCodec(String sampleEntry, String configurationType) {
    this.sampleEntry = sampleEntry;
    this.configurationType = configurationType;
  }

  /** Four characters of the sample entry that is written for it. */
  String sampleEntry() {
    return sampleEntry;
  }

  /** Four characters of the box with the decoder's set-up, {@code hvcC} for one. */
  public String configurationType() {
    return configurationType;
  }

  /**
   * By the four characters of a sample entry, or of an item's type in HEIF. Dolby Vision that is no
   * HEVC to other decoders ({@code dvh1}, {@code dvhe}) is none of these: its colors would be
   * wrong.
   */
  public static Optional<FrameCodec> of(String format) {
    return switch (format) {
      case "hvc1", "hev1" -> Optional.of(HEVC);
      case "av01" -> Optional.of(AV1);
      case "vp09" -> Optional.of(VP9);
      case "avc1", "avc3" -> Optional.of(H264);
      default -> Optional.empty();
    };
  }
}
