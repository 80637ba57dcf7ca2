package dev.darkroom.codec.heif;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.AvcConfig;
import dev.darkroom.codec.h264.Sps;
import dev.darkroom.codec.h264.Vui;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.codec.mp4.SampleEntry.Color;

/** Reads the sequence parameter set in {@code avcC}. */
final class AvcSequence {
  private AvcSequence() {}

  static SequenceHeader read(byte[] avcC) throws Malformed {
    Sps sps = AvcConfig.parse(avcC).sps().values().stream().findFirst().orElse(null);
    if (sps == null || sps.width() < 1 || sps.height() < 1) {
      throw new Malformed(0, "no sequence parameter set");
    }
    Vui vui = sps.vui();
    return new SequenceHeader(
        new Size(sps.width(), sps.height()),
        new Size(sps.codedWidth(), sps.codedHeight()),
        sps.bitDepth(),
        Chroma.of(sps.chromaFormat()),
        new Color(vui.primaries(), vui.transfer(), vui.matrix(), vui.fullRange()));
  }
}
