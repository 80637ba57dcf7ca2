package dev.darkroom.codec.heif;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.codec.mp4.SampleEntry.Color;

/**
 * What a codec's own sequence header states about its pictures. Decoders believe it, whatever the
 * container says.
 *
 * @param size of a picture, in pixels, as a decoder puts it out
 * @param coded size that a decoder works on, before it crops
 * @param color its parts are 2 where the header does not state them (ITU-T H.273)
 */
record SequenceHeader(Size size, Size coded, int bits, Chroma chroma, Color color) {
  /** Bytes of an item among which its sequence header is. */
  static final int MAX_BYTES = 512;

  /**
   * Reads the header of a coded item.
   *
   * @param configuration payload of the item's configuration box
   * @param start the item's first bytes, of which AV1's header may be a part; may be empty
   */
  static SequenceHeader read(String type, byte[] configuration, byte[] start) throws Malformed {
    return switch (type) {
      case "av01" -> Av1Sequence.read(configuration, start);
      case "avc1" -> AvcSequence.read(configuration);
      default -> HevcSequence.read(configuration);
    };
  }
}
