package dev.darkroom.codec.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slice headers are written here element by element, as 7.3.3 lists them. */
class SliceHeaderTest {
  private static final int I = 7;
  private static final int P = 5;

  /** Makes plain sets, and a picture set 1 that lengthens slice headers in every way. */
  private static AvcConfig sets() throws Malformed {
    Sps sps = Sps.parse(SpsTest.baseline().rbsp());
    Bits plain = new Bits().ue(0, 0).flags("00").ue(0, 0, 0).flags("000").se(0, 0, 0).flags("000");
    Pps pps = Pps.parse(plain.rbsp(), Map.of(0, sps));
    Pps lengthening = Pps.parse(PpsTest.main(1, 0).rbsp(), Map.of(0, sps));
    return new AvcConfig(4, Map.of(0, sps), Map.of(0, pps, 1, lengthening));
  }

  private static SliceHeader parse(int type, int refIdc, Bits bits) throws Malformed {
    return SliceHeader.parse(new NalUnit(type, refIdc, bits.rbsp()), sets());
  }

  @Test
  void readsAnIntraSliceOfAnIdrPicture() throws Malformed {
    // frame_num, idr_pic_id, pic_order_cnt_lsb, two flags of marking, slice_qp_delta.
    Bits bits = new Bits().ue(3, I, 0).u(4, 0).ue(9).u(6, 0).flags("00").se(-4);
    int data = bits.length();
    SliceHeader slice = parse(NalUnit.IDR_SLICE, 3, bits.u(8, 0xab));

    assertThat(slice.firstMb()).isEqualTo(3);
    assertThat(slice.intra()).isTrue();
    assertThat(slice.field()).isFalse();
    assertThat(slice.qp()).isEqualTo(22);
    assertThat(slice.deblocking()).isZero();
    assertThat(slice.dataBit()).isEqualTo(data);
  }

  @Test
  void readsWhatThePictureSetAdds() throws Malformed {
    // pic_order_cnt_lsb, delta_pic_order_cnt_bottom, redundant_pic_cnt, slice_qp_delta, deblocking.
    Bits bits = new Bits().ue(0, I, 1).u(4, 5).u(6, 10).se(-1).ue(0).se(2).ue(2).se(-6, 6);
    int data = bits.length();
    SliceHeader slice = parse(NalUnit.SLICE, 0, bits);

    assertThat(slice.qp()).isEqualTo(25);
    assertThat(slice.deblocking()).isEqualTo(2);
    assertThat(slice.alphaOffset()).isEqualTo(-6);
    assertThat(slice.betaOffset()).isEqualTo(6);
    assertThat(slice.dataBit()).isEqualTo(data);
  }

  @Test
  void deblockingThatIsOffHasNoOffsets() throws Malformed {
    Bits bits = new Bits().ue(0, I, 1).u(4, 5).u(6, 10).se(-1).ue(0).se(2).ue(1);
    int data = bits.length();
    SliceHeader slice = parse(NalUnit.SLICE, 0, bits);

    assertThat(slice.deblocking()).isEqualTo(1);
    assertThat(slice.dataBit()).isEqualTo(data);
  }

  /** Operations have as many operands as table 7-9 says. */
  @Test
  void skipsMemoryManagement() throws Malformed {
    Bits bits = new Bits().ue(0, I, 0).u(4, 0).u(6, 0).flags("1");
    bits.ue(1, 8).ue(2, 8).ue(3, 8, 8).ue(4, 8).ue(5).ue(6, 8).ue(0).se(1);
    int data = bits.length();

    assertThat(parse(NalUnit.SLICE, 1, bits).dataBit()).isEqualTo(data);
  }

  @ParameterizedTest
  @CsvSource({"2, true", "7, true", "0, false", "1, false", "3, false", "5, false", "9, false"})
  void tellsIntraSlicesFromOthers(int type, boolean intra) throws Malformed {
    Bits bits = new Bits().ue(0, type, 0).u(4, 0).u(6, 0).se(0);

    assertThat(parse(NalUnit.SLICE, 0, bits).intra()).isEqualTo(intra);
  }

  @Test
  void readsFieldsOfSequencesThatHaveThem() throws Malformed {
    Bits sps = SpsTest.start(77, 0).ue(0, 2, 1).flags("0").ue(19, 14).flags("00100");
    Map<Integer, Sps> sequences = Map.of(0, Sps.parse(sps.rbsp()));
    Pps pps = Pps.parse(PpsTest.main(0, 0).rbsp(), sequences);
    // field_pic_flag and bottom_field_flag; no order of the bottom field is sent for a field.
    Bits bits = new Bits().ue(0, I, 0).u(4, 0).flags("11").ue(0).se(0).ue(1);
    int data = bits.length();
    SliceHeader slice =
        SliceHeader.parse(
            new NalUnit(NalUnit.SLICE, 0, bits.rbsp()),
            new AvcConfig(4, sequences, Map.of(0, pps)));

    assertThat(slice.field()).isTrue();
    assertThat(slice.dataBit()).isEqualTo(data);
  }

  @ParameterizedTest
  @ValueSource(ints = {-27, 26})
  void refusesAQuantizerOutOfRange(int delta) {
    Bits bits = new Bits().ue(0, I, 0).u(4, 0).u(6, 0).se(delta);

    assertThatThrownBy(() -> parse(NalUnit.SLICE, 0, bits))
        .isInstanceOfSatisfying(
            Malformed.class,
            e ->
                assertThat(e.reason())
                    .isEqualTo("a quantizer of " + (26 + delta) + ", out of range"));
  }

  @Test
  void refusesASliceOfUnknownSets() {
    assertThatThrownBy(() -> parse(NalUnit.SLICE, 0, new Bits().ue(0, P, 7)))
        .isInstanceOfSatisfying(
            Malformed.class,
            e -> assertThat(e.reason()).isEqualTo("a slice without its parameter sets"));
  }

  @Test
  void refusesAnUnknownKindOfSlice() {
    assertThatThrownBy(() -> parse(NalUnit.SLICE, 0, new Bits().ue(0, 10, 0)))
        .isInstanceOfSatisfying(
            Malformed.class,
            e -> {
              assertThat(e.reason()).isEqualTo("slice_type is 10, more than 9,");
              assertThat(e.offset()).isEqualTo(1);
            });
  }
}
