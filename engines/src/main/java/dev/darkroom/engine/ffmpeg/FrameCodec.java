package dev.darkroom.engine.ffmpeg;

import java.util.Optional;

/** The codecs that the keyframe engine decodes. */
public enum FrameCodec {
  /** H.265, stored by ISO/IEC 14496-15, 8.3 and 8.4. */
  HEVC("hvc1", "hvcC"),
  /** AV1, stored by AV1 Codec ISO Media File Format Binding, 2.2 and 2.3. */
  AV1("av01", "av1C"),
  /**
   * VP9, stored by VP Codec ISO Media File Format Binding; its configuration starts with version
   * and flags.
   */
  VP9("vp09", "vpcC"),
  /** H.264, stored by ISO/IEC 14496-15, 5.3 and 5.4. */
  H264("avc1", "avcC"),
  /**
   * The codecs of QuickTime and of the first MP4 files ({@link ClassicCodecs}). Each has its own
   * type of sample entry, and most need no configuration.
   */
  CLASSIC("jpeg", "esds");

  private final String sampleEntry;
  private final String configurationType;

  FrameCodec(String sampleEntry, String configurationType) {
    this.sampleEntry = sampleEntry;
    this.configurationType = configurationType;
  }

  /** Type of the sample entry that is written for this codec. */
  String sampleEntry() {
    return sampleEntry;
  }

  /** Type of the box with the decoder configuration, such as {@code hvcC}. */
  public String configurationType() {
    return configurationType;
  }

  /**
   * Finds the codec of a sample entry or a HEIF item by its type. Excludes Dolby Vision that is not
   * compatible with plain HEVC ({@code dvh1}, {@code dvhe}), whose colors would come out wrong.
   */
  public static Optional<FrameCodec> of(String format) {
    return switch (format) {
      case "hvc1", "hev1" -> Optional.of(HEVC);
      case "av01" -> Optional.of(AV1);
      case "vp09" -> Optional.of(VP9);
      case "avc1", "avc3" -> Optional.of(H264);
      default -> ClassicCodecs.include(format) ? Optional.of(CLASSIC) : Optional.empty();
    };
  }
}
