package dev.darkroom.codec.h264;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.HashMap;
import java.util.Map;

/**
 * AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1).
 *
 * @param lengthSize bytes of the length before each unit in a sample
 * @param sps by id
 * @param pps by id
 */
public record AvcConfig(int lengthSize, Map<Integer, Sps> sps, Map<Integer, Pps> pps) {
  public AvcConfig {
    sps = Map.copyOf(sps);
    pps = Map.copyOf(pps);
  }

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

  /** These sets with those of a sample added, which take the place of others with their ids. */
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
