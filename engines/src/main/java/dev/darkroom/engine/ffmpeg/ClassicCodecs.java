package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.profile.CodecName;

/**
 * Lists the codecs of QuickTime, of the first MP4 files and of editing, by the types of their
 * sample entries, as far as ffmpeg 5.1 decodes them (isom_tags.c).
 */
final class ClassicCodecs {
  private ClassicCodecs() {}

  static boolean include(String format) {
    return switch (format) {
      // MPEG-4 Visual, and what else an MPEG-4 descriptor may name.
      case "mp4v", "XVID", "xvid", "DIVX", "divx", "DX50", "FMP4", "3IV2" -> true;
      case "m1v1", "mpg1", "mpeg", "m2v1", "mpg2" -> true;
      case "s263", "h263", "H263" -> true;
      case "jpeg", "mjpa", "mjpb", "mjpg", "MJPG", "AVDJ", "dmb1", "mjp2" -> true;
      case "apco", "apcs", "apcn", "apch", "ap4h", "ap4x" -> true;
      case "AVdn", "AVdh", "CFHD", "icod", "FFV1" -> true;
      case "dvc ", "dvcp", "dvpp", "dv5n", "dv5p", "dvhp", "dvhq" -> true;
      case "dvh2", "dvh3", "dvh4", "dvh5", "dvh6" -> true;
      case "png ", "rle ", "cvid", "SVQ1", "SVQ3", "8BPS" -> true;
      case "raw ", "2vuy", "yuv2", "v210", "v308", "v408", "v410", "r210" -> true;
      case "FLV1", "WMV1", "WMV2", "theo" -> true;
      case "Hap1", "Hap5", "HapY", "HapA", "vp08" -> true;
      default -> CodecName.isCameraMpeg2(format);
    };
  }
}
