package dev.darkroom.codec.heif;

/** Names the types of items that pictures may have, registered by the MP4RA. */
final class CodecNames {
  private CodecNames() {}

  static String of(String type) {
    String name =
        switch (type) {
          case "j2k1" -> "JPEG 2000";
          case "jpeg" -> "JPEG";
          case "jxl " -> "JPEG XL";
          case "jxs1" -> "JPEG XS";
          case "vvc1" -> "VVC";
          case "evc1" -> "EVC";
          case "lhv1" -> "layered HEVC";
          case "unci" -> "uncompressed samples";
          case "mski" -> "a mask";
          case "iovl" -> "an overlay of pictures";
          case "grid" -> "a grid of grids";
          case "tmap" -> "a tone map";
          case "" -> "nothing that is stated";
          default -> "";
        };
    String printable = type.replaceAll("[^\\x20-\\x7e]", "?").strip();
    return name.isEmpty()
        ? "\"" + printable + "\""
        : type.isEmpty() ? name : name + " (" + printable + ")";
  }
}
