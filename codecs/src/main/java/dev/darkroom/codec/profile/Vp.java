package dev.darkroom.codec.profile;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry;

/** Names VP8's and VP9's profiles and levels, from {@code vpcC} (VP Codec in ISOBMFF). */
final class Vp {
  private Vp() {}

  static CodecProfile profile(ByteReader vpcC) throws Malformed {
    int profile = vpcC.skip(4).u8();
    int level = vpcC.u8();
    int format = vpcC.u8();
    var color = new SampleEntry.Color(vpcC.u8(), vpcC.u8(), vpcC.u8(), (format & 1) != 0);
    String words = "Profile " + profile;
    // Both 0 and 1 are 4:2:0; they differ in the position of chroma.
    int chroma = Math.max(1, format >> 1 & 7);
    return CodecProfile.picture(
        level == 0 ? words : words + " " + level / 10 + "." + level % 10,
        format >> 4,
        chroma,
        color);
  }
}
