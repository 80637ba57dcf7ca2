package dev.darkroom.codec.profile;

import dev.darkroom.codec.mp4.Descriptors;
import dev.darkroom.codec.mp4.SampleEntry;

/** Names video codecs as people know them. */
public final class CodecName {
  private CodecName() {}

  /** Returns the name of an entry's codec, "This" if it is not known. */
  public static String of(SampleEntry entry) {
    String format = entry.format();
    return switch (format) {
      case "avc1", "avc2", "avc3", "avc4" -> "H.264";
      case "hvc1", "hev1" -> "HEVC";
      case "dvh1", "dvhe", "dva1", "dvav", "dav1" -> "Dolby Vision";
      case "vvc1", "vvi1" -> "VVC";
      case "vp08" -> "VP8";
      case "vp09" -> "VP9";
      case "av01" -> "AV1";
      case "mp4v" -> ofObjectType(Descriptors.objectType(entry));
      case "XVID", "xvid", "DIVX", "divx", "DX50", "FMP4", "3IV2" -> "MPEG-4";
      case "m1v1", "mpg1", "mpeg" -> "MPEG-1";
      case "m2v1", "mpg2" -> "MPEG-2";
      case "s263", "h263", "H263" -> "H.263";
      case "jpeg", "mjpa", "mjpb", "mjpg", "MJPG", "AVDJ", "dmb1" -> "Motion JPEG";
      case "mjp2" -> "JPEG 2000";
      case "apch", "apcn", "apcs", "apco", "ap4h", "ap4x" -> "ProRes";
      case "aprn", "aprh" -> "ProRes RAW";
      case "AVdn", "AVdh" -> "DNxHD";
      case "dvc ", "dvcp", "dvpp", "dv5n", "dv5p", "dvhp", "dvhq" -> "DV";
      case "dvh2", "dvh3", "dvh4", "dvh5", "dvh6" -> "DV";
      case "CFHD" -> "CineForm";
      case "icod" -> "Apple Intermediate";
      case "png " -> "PNG";
      case "rle " -> "Animation";
      case "8BPS" -> "Planar RGB";
      case "rpza" -> "Apple Video";
      case "smc " -> "Apple Graphics";
      case "cvid" -> "Cinepak";
      case "SVQ1", "SVQ3" -> "Sorenson";
      case "vc-1" -> "VC-1";
      case "WMV1", "WMV2", "WMV3" -> "Windows Media";
      case "FLV1" -> "Flash Video";
      case "theo" -> "Theora";
      case "drac" -> "Dirac";
      case "FFV1" -> "FFV1";
      case "Hap1", "Hap5", "HapY", "HapA", "HapM" -> "Hap";
      case "raw ", "2vuy", "yuv2", "v210", "v308", "v408", "v410", "r210" -> "Uncompressed";
      default -> isCameraMpeg2(format) ? "MPEG-2" : "This";
    };
  }

  /** HDV, XDCAM and IMX, whose types end with rate and size. */
  public static boolean isCameraMpeg2(String format) {
    return format.startsWith("hdv") || format.startsWith("xd") || format.startsWith("mx");
  }

  /** Names object types of ISO/IEC 14496-1, table 5. */
  private static String ofObjectType(int type) {
    return switch (type) {
      case 0x60, 0x61, 0x62, 0x63, 0x64, 0x65 -> "MPEG-2";
      case 0x6a -> "MPEG-1";
      case 0x6c -> "Motion JPEG";
      case 0x6d -> "PNG";
      case 0x6e -> "JPEG 2000";
      default -> "MPEG-4";
    };
  }
}
