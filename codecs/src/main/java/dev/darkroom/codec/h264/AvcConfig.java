package dev.darkroom.codec.h264;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.HashMap;
import java.util.Map;

/**
 * The parameter sets of a track: AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1).
 *
 * @param lengthSize size in bytes of the length before each unit of a sample
 * @param sps sequence parameter sets by id
 * @param pps picture parameter sets by id
 */
public record AvcConfig(int lengthSize, Map<Integer, Sps> sps, Map<Integer, Pps> pps) {
  public AvcConfig {
    sps = Map.copyOf(sps);
    pps = Map.copyOf(pps);
  }

  /** Reads the payload of an {@code avcC} box. */
  public static AvcConfig parse(byte[] avcC) throws Malformed {
    var in = new ByteReader(avcC);
    in.skip(4);
    int lengthSize = (in.u8() & 3) + 1;
    var sps = new HashMap<Integer, Sps>();
    for (int left = in.u8() & 31; left > 0; left--) {
      NalUnit unit = NalUnit.parse(in.slice(in.u16()));
      if (unit.type() == NalUnit.SPS) {
        Sps set = Sps.parse(unit.payload());
        sps.put(set.id(), set);
      }
    }
    var pps = new HashMap<Integer, Pps>();
    for (int left = in.hasRemaining() ? in.u8() : 0; left > 0; left--) {
      NalUnit unit = NalUnit.parse(in.slice(in.u16()));
      if (unit.type() == NalUnit.PPS) {
        Pps set = Pps.parse(unit.payload(), sps);
        pps.put(set.id(), set);
      }
    }
    return new AvcConfig(lengthSize, sps, pps);
  }

  /** Adds the sets within a sample, which replace those with the same ids. */
  public AvcConfig with(Iterable<NalUnit> units) throws Malformed {
    var allSps = new HashMap<>(sps);
    var allPps = new HashMap<>(pps);
    for (NalUnit unit : units) {
      if (unit.type() == NalUnit.SPS) {
        Sps set = Sps.parse(unit.payload());
        allSps.put(set.id(), set);
      } else if (unit.type() == NalUnit.PPS) {
        Pps set = Pps.parse(unit.payload(), allSps);
        allPps.put(set.id(), set);
      }
    }
    return new AvcConfig(lengthSize, allSps, allPps);
  }
}
