package dev.darkroom.engine.ffmpeg;

/** Maps ffmpeg's names to code points of ITU-T H.273, tables 2 to 4; 2 is "unspecified". */
final class ColorNames {
  private ColorNames() {}

  static int primaries(String name) {
    return switch (name) {
      case "bt709" -> 1;
      case "bt470m" -> 4;
      case "bt470bg" -> 5;
      case "smpte170m" -> 6;
      case "smpte240m" -> 7;
      case "film" -> 8;
      case "bt2020" -> 9;
      case "smpte428" -> 10;
      case "smpte431" -> 11;
      case "smpte432" -> 12;
      default -> 2;
    };
  }

  static int transfer(String name) {
    return switch (name) {
      case "bt709" -> 1;
      case "bt470m" -> 4;
      case "bt470bg" -> 5;
      case "smpte170m" -> 6;
      case "smpte240m" -> 7;
      case "linear" -> 8;
      case "iec61966-2-1" -> 13;
      case "bt2020-10" -> 14;
      case "bt2020-12" -> 15;
      case "smpte2084" -> 16;
      case "smpte428" -> 17;
      case "arib-std-b67" -> 18;
      default -> 2;
    };
  }

  static int matrix(String name) {
    return switch (name) {
      case "gbr" -> 0;
      case "bt709" -> 1;
      case "fcc" -> 4;
      case "bt470bg" -> 5;
      case "smpte170m" -> 6;
      case "smpte240m" -> 7;
      case "ycgco" -> 8;
      case "bt2020nc" -> 9;
      case "bt2020c" -> 10;
      case "ictcp" -> 14;
      default -> 2;
    };
  }
}
