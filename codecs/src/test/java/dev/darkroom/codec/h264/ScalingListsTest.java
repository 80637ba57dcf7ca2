package dev.darkroom.codec.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scaling lists by 7.3.2.1.1.1, and the fall-back rules of table 7-2. */
class ScalingListsTest {
  /** Sends the first value only; a next scale of 0 repeats it. */
  private static Bits flat(Bits bits, int value) {
    return bits.flags("1").se(value - 8, -value);
  }

  private static int[] filled(int length, int value) {
    int[] list = new int[length];
    Arrays.fill(list, value);
    return list;
  }

  @Test
  void aSequenceWithoutListsOfItsOwnHasTheStandardOnes() throws Malformed {
    List<int[]> lists = ScalingLists.ofSequence(new Bits().flags("00000000").reader(), 8).lists();

    // Tables 7-3 and 7-4, first and last values.
    assertThat(lists).extracting(list -> list[0]).containsExactly(6, 6, 6, 10, 10, 10, 6, 9);
    assertThat(lists)
        .extracting(list -> list[list.length - 1])
        .containsExactly(42, 42, 42, 34, 34, 34, 42, 35);
    assertThat(lists)
        .extracting(list -> list.length)
        .containsExactly(16, 16, 16, 16, 16, 16, 64, 64);
  }

  @Test
  void aListThatIsNotSentRepeatsTheOneBeforeOfItsKind() throws Malformed {
    Bits bits = flat(flat(new Bits(), 20).flags("00"), 30).flags("00");
    flat(bits, 40).flags("0");
    List<int[]> lists = ScalingLists.ofSequence(bits.reader(), 8).lists();

    assertThat(lists.subList(0, 3)).allMatch(list -> Arrays.equals(list, filled(16, 20)));
    assertThat(lists.subList(3, 6)).allMatch(list -> Arrays.equals(list, filled(16, 30)));
    assertThat(lists.get(6)).isEqualTo(filled(64, 40));
    assertThat(lists.get(7)[0]).isEqualTo(9);
  }

  @Test
  void fullChromaHasListsOfItsOwn() throws Malformed {
    Bits bits = new Bits().flags("000000");
    flat(flat(bits, 20), 30).flags("0000");
    List<int[]> lists = ScalingLists.ofSequence(bits.reader(), 12).lists();

    assertThat(lists).hasSize(12);
    assertThat(lists.get(8)).isEqualTo(filled(64, 20));
    assertThat(lists.get(9)).isEqualTo(filled(64, 30));
    assertThat(lists.get(10)).isEqualTo(filled(64, 20));
    assertThat(lists.get(11)).isEqualTo(filled(64, 30));
  }

  @Test
  void aPictureFallsBackToItsSequence() throws Malformed {
    Bits sent = flat(flat(new Bits(), 20).flags("00"), 30).flags("00");
    ScalingLists sequence = ScalingLists.ofSequence(flat(flat(sent, 40), 50).reader(), 8);
    List<int[]> lists =
        ScalingLists.ofPicture(flat(new Bits().flags("0"), 25).flags("0000").reader(), 6, sequence)
            .lists();

    assertThat(lists).extracting(list -> list[0]).containsExactly(20, 25, 25, 30, 30, 30, 40, 50);
  }

  @Test
  void aPictureOfAFlatSequenceFallsBackToTheStandard() throws Malformed {
    List<int[]> lists =
        ScalingLists.ofPicture(new Bits().flags("000000").reader(), 6, null).lists();

    assertThat(lists).extracting(list -> list[0]).containsExactly(6, 6, 6, 10, 10, 10, 6, 9);
  }

  @Test
  void aFirstScaleOfZeroStandsForTheStandardList() throws Malformed {
    Bits bits = flat(new Bits(), 20).flags("1").se(-8).flags("000000");
    List<int[]> lists = ScalingLists.ofSequence(bits.reader(), 8).lists();

    assertThat(lists.get(0)[15]).isEqualTo(20);
    assertThat(lists.get(1)[15]).isEqualTo(42);
  }

  @Test
  void scalesAreDifferencesThatWrapAt256() throws Malformed {
    Bits bits = new Bits().flags("1").se(127, 127, 4, -128, 1);
    // 8 + 127, + 127 is 262, which is 6; then 10, 138 and 139; the rest repeats.
    bits.se(-139 + 256 - 128).se(-128).flags("0000000");
    List<int[]> lists = ScalingLists.ofSequence(bits.reader(), 8).lists();

    assertThat(lists.getFirst()).startsWith(135, 6, 10, 138, 139);
  }

  @Test
  void refusesADifferenceOutOfRange() {
    assertThatThrownBy(
            () -> ScalingLists.ofSequence(new Bits().flags("1").se(128).u(16, 0).reader(), 8))
        .isInstanceOfSatisfying(
            Malformed.class,
            e -> assertThat(e.reason()).isEqualTo("delta_scale is 128, out of range"));
  }
}
