package dev.darkroom.codec.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sequence parameter sets are written here element by element, as 7.3.2.1.1 lists them. */
class SpsTest {
  /** Starts a set, up to seq_parameter_set_id. */
  static Bits start(int profile, int id) {
    return new Bits().u(8, profile).u(8, 0).u(8, 30).ue(id);
  }

  /** Makes a Baseline set: 320×240, frame_num of 4 bits, pic_order_cnt_lsb of 6 bits. */
  static Bits baseline() {
    return start(66, 0).ue(0, 0, 2, 1).flags("0").ue(19, 14).flags("1 1 0 0".replace(" ", ""));
  }

  @Test
  void readsABaselineSet() throws Malformed {
    Sps sps = Sps.parse(baseline().rbsp());

    assertThat(sps)
        .isEqualTo(
            new Sps(
                0,
                66,
                30,
                1,
                8,
                false,
                null,
                4,
                0,
                6,
                false,
                20,
                15,
                true,
                false,
                new Sps.Crop(0, 0, 0, 0),
                Vui.NONE));
    assertThat(sps.width()).isEqualTo(320);
    assertThat(sps.height()).isEqualTo(240);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135})
  void readsChromaDepthAndScalingOfTheHighProfiles(int profile) throws Malformed {
    // 4:2:2, luma of 8 and chroma of 10 bits, lossless, no scaling lists.
    Bits bits = start(profile, 3).ue(2, 0, 2).flags("10");
    Sps sps = Sps.parse(rest(bits, 4, 4).rbsp());

    assertThat(sps.id()).isEqualTo(3);
    assertThat(sps.chromaFormat()).isEqualTo(2);
    assertThat(sps.bitDepth()).isEqualTo(10);
    assertThat(sps.lossless()).isTrue();
    assertThat(sps.scaling()).isNull();
    assertThat(sps.codedWidth()).isEqualTo(64);
  }

  @Test
  void skipsTheColorPlaneFlagOfFullChroma() throws Malformed {
    // Twelve scaling lists are announced, none is present.
    Bits bits = start(244, 0).ue(3).flags("1").ue(0, 0).flags("01").flags("0".repeat(12));
    Sps sps = Sps.parse(rest(bits, 4, 4).rbsp());

    assertThat(sps.chromaFormat()).isEqualTo(3);
    assertThat(Objects.requireNonNull(sps.scaling()).lists()).hasSize(12);
    assertThat(sps.codedHeight()).isEqualTo(64);
  }

  /** Completes a set from log2_max_frame_num_minus4 on, without cropping or VUI. */
  private static Bits rest(Bits bits, int widthInMbs, int heightInMbs) {
    return bits.ue(0, 0, 2, 1)
        .flags("0")
        .ue(widthInMbs - 1, heightInMbs - 1)
        .flags("1")
        .flags("100");
  }

  /** Equations 7-19 to 7-22: units are chroma samples, and line pairs if there are fields. */
  @ParameterizedTest
  @CsvSource({
    "0, true, 1, 1",
    "1, true, 2, 2",
    "1, false, 2, 4",
    "2, true, 2, 1",
    "2, false, 2, 2",
    "3, true, 1, 1"
  })
  void cropsInUnitsOfChromaSamples(int chroma, boolean frames, int unitX, int unitY)
      throws Malformed {
    Bits bits = start(244, 0).ue(chroma).flags(chroma == 3 ? "0" : "").ue(0, 0).flags("00");
    bits.ue(0, 0, 0, 1).flags("0").ue(3, 3).flags(frames ? "1" : "00").flags("1");
    Sps sps = Sps.parse(bits.flags("1").ue(1, 2, 3, 4).flags("0").rbsp());

    assertThat(sps.crop()).isEqualTo(new Sps.Crop(unitX, 2 * unitX, 3 * unitY, 4 * unitY));
    assertThat(sps.width()).isEqualTo(64 - 3 * unitX);
    assertThat(sps.height()).isEqualTo((frames ? 64 : 128) - 7 * unitY);
  }

  @Test
  void countsMacroblocksOfFramesWhereThereAreFields() throws Malformed {
    Bits bits = start(77, 0).ue(12, 0, 12, 16).flags("1").ue(44, 17).flags("01").flags("100");
    Sps sps = Sps.parse(bits.rbsp());

    assertThat(sps.frameNumBits()).isEqualTo(16);
    assertThat(sps.picOrderCountBits()).isEqualTo(16);
    assertThat(sps.frameMbsOnly()).isFalse();
    assertThat(sps.mbaff()).isTrue();
    assertThat(sps.height()).isEqualTo(576);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void skipsTheOrderCycle(String alwaysZero, boolean deltas) throws Malformed {
    Bits bits = start(66, 0).ue(0, 1).flags(alwaysZero).se(-3, 5).ue(2).se(7, -9);
    Sps sps = Sps.parse(bits.ue(1).flags("0").ue(19, 14).flags("1100").rbsp());

    assertThat(sps.picOrderCountType()).isEqualTo(1);
    assertThat(sps.picOrderDeltas()).isEqualTo(deltas);
    assertThat(sps.width()).isEqualTo(320);
  }

  @Test
  void readsWhatSaysHowPicturesLook() throws Malformed {
    // Extended aspect ratio 4:3, no overscan, full range BT.709, chroma at type 1.
    String vui = "1";
    Bits bits = start(66, 0).ue(0, 0, 2, 1).flags("0").ue(19, 14).flags("110" + vui);
    bits.flags("1").u(8, 255).u(16, 4).u(16, 3).flags("0");
    bits.flags("1").u(3, 5).flags("11").u(8, 1).u(8, 13).u(8, 6);
    Sps sps = Sps.parse(bits.flags("1").ue(1, 1).flags("0").rbsp());

    assertThat(sps.vui()).isEqualTo(new Vui(4 / 3.0, true, 1, 13, 6, true));
  }

  /** Checks rows of table E-1. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "2, 1.0909090909090908", "13, 1.6161616161616161", "16, 2", "17, 0"})
  void readsAspectRatiosByNumber(int idc, double aspect) throws Malformed {
    assertThat(Vui.parse(new Bits().flags("1").u(8, idc).flags("000").reader()))
        .isEqualTo(new Vui(aspect, false, 2, 2, 2, false));
  }

  @Test
  void anExtendedAspectRatioOfZeroIsNone() throws Malformed {
    Bits bits = new Bits().flags("1").u(8, 255).u(16, 4).u(16, 0).flags("1").flags("0");

    assertThat(Vui.parse(bits.flags("00").reader())).isEqualTo(Vui.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "32                | seq_parameter_set_id is 32, more than 31",
        "0 13              | log2_max_frame_num_minus4 is 13, more than 12",
        "0 0 3             | pic_order_cnt_type is 3, more than 2",
        "0 0 0 13          | log2_max_pic_order_cnt_lsb_minus4 is 13, more than 12",
        "0 0 0 2 17        | max_num_ref_frames is 17, more than 16",
        "0 0 0 2 1 0 1055  | pic_width_in_mbs_minus1 is 1055, more than 1054",
        "0 0 0 2 1 0 0 1055 | pic_height_in_map_units_minus1 is 1055, more than 1054"
      })
  void refusesValuesThatTheSyntaxForbids(String elements, String reason) {
    Bits bits = new Bits().u(8, 66).u(8, 0).u(8, 30);
    int[] values = Arrays.stream(elements.split(" ")).mapToInt(Integer::parseInt).toArray();
    for (int i = 0; i < values.length; i++) {
      // gaps_in_frame_num_value_allowed_flag is the only flag among them.
      if (i == 5) {
        bits.flags("0");
      } else {
        bits.ue(values[i]);
      }
    }
    int end = bits.length() / 8;

    assertThatThrownBy(() -> Sps.parse(bits.rbsp()))
        .isInstanceOfSatisfying(
            Malformed.class,
            e -> {
              assertThat(e.reason()).startsWith(reason);
              assertThat(e.offset()).isEqualTo(end);
            });
  }

  @Test
  void refusesACropThatLeavesNothing() {
    Bits bits = start(66, 0).ue(0, 0, 2, 1).flags("0").ue(19, 14).flags("111");

    assertThatThrownBy(() -> Sps.parse(bits.ue(80, 80, 0, 0).flags("0").rbsp()))
        .isInstanceOfSatisfying(
            Malformed.class,
            e -> assertThat(e.reason()).isEqualTo("nothing is left of the picture after cropping"));
  }

  @Test
  void aSetThatIsCutOffIsMalformed() {
    byte[] whole = baseline().rbsp();

    for (int length = 0; length < whole.length - 1; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> Sps.parse(cut)).as("%d bytes", length).isInstanceOf(Malformed.class);
    }
  }
}
