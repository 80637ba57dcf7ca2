package dev.darkroom.stream.assemble;

import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.PictureEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a decoder of H.264 has to know before it starts (ISO/IEC 14496-15, 5.3.3). */
final class Configuration {
  /** Where profile, compatibility and level stand in the record. */
  private static final int PROFILE = 1;

  private static final int PARAMETER_SETS = 5;

  private Configuration() {}

  /**
   * Writes the payload of {@code stsd} for upright BT.709 pictures of square pixels.
   *
   * @param inBand whether every segment repeats its parameter sets, because they differ
   */
  static byte[] entry(byte[] record, int width, int height, boolean inBand) {
    Map<String, byte[]> boxes = new LinkedHashMap<>();
    boxes.put("avcC", record);
    boxes.put("colr", new BoxWriter().text("nclx").u16(1).u16(1).u16(1).u8(0).toByteArray());
    boxes.put("pasp", new BoxWriter().u32(1).u32(1).toByteArray());
    return PictureEntry.of(format(inBand), width, height, PictureEntry.COLOR, boxes);
  }

  /** Names the codec as RFC 6381, 3.3, does. */
  static String codec(byte[] record, boolean inBand) {
    return "%s.%02x%02x%02x"
        .formatted(format(inBand), record[PROFILE], record[PROFILE + 1], record[PROFILE + 2]);
  }

  private static String format(boolean inBand) {
    return inBand ? "avc3" : "avc1";
  }

  /** Returns the parameter sets as they stand before a frame, each with its length. */
  static byte[] parameterSets(byte[] record) {
    var sets = new BoxWriter();
    int at = PARAMETER_SETS;
    for (int kind = 0; kind < 2; kind++) {
      int count = record[at++] & (kind == 0 ? 0x1f : 0xff);
      for (int i = 0; i < count; i++) {
        int length = (record[at] & 0xff) << 8 | (record[at + 1] & 0xff);
        sets.u32(length);
        for (int end = at + 2 + length, next = at + 2; next < end; next++) {
          sets.u8(record[next]);
        }
        at += 2 + length;
      }
    }
    return sets.toByteArray();
  }
}
