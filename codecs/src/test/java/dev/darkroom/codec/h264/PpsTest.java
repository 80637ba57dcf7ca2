package dev.darkroom.codec.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Picture parameter sets are written here element by element, as 7.3.2.2 lists them. */
class PpsTest {
  /** Makes a Main set: CABAC, bottom field order, quantizer 23, chroma offset −2, all flags set. */
  static Bits main(int id, int spsId) {
    Bits bits = new Bits().ue(id, spsId).flags("11").ue(0, 2, 0).flags("010");
    return bits.se(-3, 0, -2).flags("101");
  }

  private static Map<Integer, Sps> sequences() throws Malformed {
    return Map.of(0, Sps.parse(SpsTest.baseline().rbsp()));
  }

  @Test
  void readsASetThatEndsEarly() throws Malformed {
    assertThat(Pps.parse(main(5, 0).rbsp(), sequences()))
        .isEqualTo(new Pps(5, 0, true, true, 1, 23, -2, -2, true, true, false, null));
  }

  @Test
  void readsTheHighProfilesPart() throws Malformed {
    Bits bits = main(0, 0).flags("1").flags("0").se(7);

    assertThat(Pps.parse(bits.rbsp(), sequences()))
        .isEqualTo(new Pps(0, 0, true, true, 1, 23, -2, 7, true, true, true, null));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 8", "1, 0, 6", "3, 1, 12", "3, 0, 6"})
  void hasAsManyScalingListsAsItsTransformsAndChromaNeed(int chroma, String large, int count)
      throws Malformed {
    Bits sps = SpsTest.start(244, 0).ue(chroma).flags(chroma == 3 ? "0" : "").ue(0, 0).flags("00");
    Sps sequence = Sps.parse(sps.ue(0, 0, 2, 1).flags("0").ue(19, 14).flags("1100").rbsp());
    // The last list that is read is flat, and a chroma offset follows at once.
    Bits bits = main(0, 0).flags(large).flags("1").flags("0".repeat(count - 1));
    bits.flags("1").se(12, -20).se(11);
    Pps pps = Pps.parse(bits.rbsp(), Map.of(0, sequence));

    assertThat(pps.secondChromaQpOffset()).isEqualTo(11);
    assertThat(Objects.requireNonNull(pps.scaling()).lists().get(count - 1)).containsOnly(20);
  }

  @Test
  void stopsAtSliceGroups() throws Malformed {
    Pps pps = Pps.parse(new Bits().ue(0, 0).flags("00").ue(1).rbsp(), sequences());

    assertThat(pps.sliceGroups()).isEqualTo(2);
  }

  @Test
  void refusesASetOfAnUnknownSequence() {
    assertThatThrownBy(() -> Pps.parse(main(0, 1).rbsp(), sequences()))
        .isInstanceOfSatisfying(
            Malformed.class, e -> assertThat(e.reason()).contains("without its sequence's"));
  }

  @Test
  void refusesValuesThatTheSyntaxForbids() {
    Bits idTooLarge = new Bits().ue(256);
    Bits qpTooLow = new Bits().ue(0, 0).flags("00").ue(0, 0, 0).flags("000").se(-63);
    Bits chromaTooHigh =
        new Bits().ue(0, 0).flags("00").ue(0, 0, 0).flags("000").se(0, 0, 13).flags("000");

    refused(idTooLarge, "pic_parameter_set_id is 256, more than 255,");
    refused(qpTooLow, "pic_init_qp_minus26 is -63, out of range");
    refused(chromaTooHigh, "chroma_qp_index_offset is 13, out of range");
  }

  private static void refused(Bits bits, String reason) {
    assertThatThrownBy(() -> Pps.parse(bits.rbsp(), sequences()))
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
