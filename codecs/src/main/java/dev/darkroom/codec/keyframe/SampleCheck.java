package dev.darkroom.codec.keyframe;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Descriptors;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.profile.CodecName;

/** Tells by a sample's own bytes whether it can be decoded without others. */
@FunctionalInterface
public interface SampleCheck {
  /** The result of a check. */
  enum Verdict {
    /** The sample needs no other. */
    KEYFRAME,
    /** The sample refers to others. */
    DEPENDENT,
    /** The bytes do not tell. */
    UNKNOWN
  }

  /**
   * Checks a sample.
   *
   * @param sample all of a sample or its first bytes; a later slice of a picture is checked only if
   *     it is there
   * @throws Malformed if the sample breaks the rules of its container
   */
  Verdict check(ByteReader sample) throws Malformed;

  /**
   * Chooses the check for samples of an entry. For codecs that it does not know, and for encrypted
   * samples, every verdict is {@link Verdict#UNKNOWN}.
   */
  static SampleCheck of(SampleEntry entry) {
    if (entry.encrypted()) {
      return sample -> Verdict.UNKNOWN;
    }
    return switch (entry.format()) {
      case "avc1", "avc2", "avc3", "avc4", "dva1", "dvav" ->
          new AvcSample(Units.lengthSize(entry, "avcC", AvcSample.LENGTH_SIZE));
      case "hvc1", "hev1", "dvh1", "dvhe" ->
          new HevcSample(Units.lengthSize(entry, "hvcC", HevcSample.LENGTH_SIZE));
      case "av01" -> Av1Sample::check;
      case "vp08" -> VpSample::vp8;
      case "vp09" -> VpSample::vp9;
      case "mp4v" -> ofMpeg4Entry(entry);
      case "XVID", "xvid", "DIVX", "divx", "DX50", "FMP4", "3IV2" -> MpegSample::mpeg4;
      case "m1v1", "mpg1", "mpeg", "m2v1", "mpg2" -> MpegSample::mpeg2;
      case "s263", "h263", "H263" -> H263Sample::check;
      case "SVQ1" -> QuickTimeSample::sorenson1;
      case "cvid" -> QuickTimeSample::cinepak;
      default ->
          CodecName.isCameraMpeg2(entry.format()) ? MpegSample::mpeg2 : sample -> Verdict.UNKNOWN;
    };
  }

  /** Chooses by the object type, since this entry stands for several codecs (14496-1, 7.2.6.6). */
  private static SampleCheck ofMpeg4Entry(SampleEntry entry) {
    return switch (Descriptors.objectType(entry)) {
      case Descriptors.MPEG4_VISUAL -> MpegSample::mpeg4;
      case 0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x6a -> MpegSample::mpeg2;
      default -> sample -> Verdict.UNKNOWN;
    };
  }
}
