package dev.darkroom.codec.mp4;

import static dev.darkroom.codec.mp4.Mp4Bytes.box;
import static dev.darkroom.codec.mp4.Mp4Bytes.ftyp;
import static dev.darkroom.codec.mp4.Mp4Bytes.full;
import static dev.darkroom.codec.mp4.Mp4Bytes.join;
import static dev.darkroom.codec.mp4.Mp4Bytes.mvhd;
import static dev.darkroom.codec.mp4.Mp4Bytes.noSamples;
import static dev.darkroom.codec.mp4.Mp4Bytes.tables;
import static dev.darkroom.codec.mp4.Mp4Bytes.trak;
import static dev.darkroom.codec.mp4.Mp4Bytes.u32;
import static dev.darkroom.codec.mp4.Mp4Bytes.u64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Presentation.Piece;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tracks have 100 ticks per second, movies 600. */
class PresentationTest {
  private static final int UNITY = 1 << 16;

  @Test
  void withoutEditsATrackIsShownAsItIs() throws Exception {
    assertThat(pieces(new byte[0])).containsExactly(new Piece(0, 23, 0, 1));
    assertThat(pieces(elst())).containsExactly(new Piece(0, 23, 0, 1));
  }

  @Test
  void editsCutRepeatDelayHoldAndHurry() throws Exception {
    assertThat(
            pieces(
                elst(
                    new long[] {60, 3, UNITY},
                    new long[] {12, -1, UNITY},
                    new long[] {30, 2, UNITY},
                    new long[] {600, 7, 0},
                    new long[] {6, 0, 2 * UNITY})))
        .containsExactly(
            new Piece(0, 10, 3, 1),
            new Piece(12, 5, 2, 1),
            new Piece(17, 100, 7, 0),
            new Piece(117, 1, 0, 2));
  }

  @Test
  void editsThatGoOnWhereTheLastOneEndsAreOnePiece() throws Exception {
    assertThat(pieces(elst(new long[] {36, 2, UNITY}, new long[] {61, 8, UNITY})))
        .containsExactly(new Piece(0, 16, 2, 1));
  }

  @Test
  void whatLiesBeyondTheMediaIsNotShown() throws Exception {
    assertThat(pieces(elst(new long[] {6000, 20, UNITY}))).containsExactly(new Piece(0, 3, 20, 1));
    assertThat(pieces(elst(new long[] {60, 90, UNITY}, new long[] {60, 5, UNITY})))
        .containsExactly(new Piece(10, 10, 5, 1));
    assertThat(pieces(elst(new long[] {60, 90, UNITY}))).containsExactly(new Piece(0, 23, 0, 1));
    assertThat(pieces(elst(new long[] {60, -1, UNITY}))).containsExactly(new Piece(0, 23, 0, 1));
  }

  @Test
  void anEditWithoutADurationReachesToTheEnd() throws Exception {
    assertThat(pieces(elst(new long[] {0, 5, UNITY}))).containsExactly(new Piece(0, 18, 5, 1));
    assertThat(pieces(elst(new long[] {0, 5, UNITY}, new long[] {12, 1, UNITY})))
        .containsExactly(new Piece(0, 2, 1, 1));
  }

  @Test
  void numbersOf64BitsDoNotOverflow() throws Exception {
    byte[] wide =
        full(
            "elst",
            1 << 24,
            u32(3),
            join(u64(Long.MAX_VALUE), u64(-1), u32(UNITY)),
            join(u64(Long.MAX_VALUE), u64(Long.MAX_VALUE), u32(UNITY)),
            join(u64(6), u64(5), u32(UNITY)));

    assertThat(pieces(wide))
        .singleElement()
        .satisfies(piece -> assertThat(piece.from()).isPositive())
        .satisfies(piece -> assertThat(piece.end()).isGreaterThanOrEqualTo(piece.from()));
  }

  @Test
  void countsThatTheBytesDoNotBearOutAreNotBelieved() throws Exception {
    byte[] short0 = full("elst", 0, u32(9, 60, 3, UNITY));
    byte[] many = full("elst", 0, u32(10_001), new byte[12 * 10_001]);

    assertThat(pieces(short0)).containsExactly(new Piece(0, 10, 3, 1));
    assertThatThrownBy(() -> pieces(many))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("more than 10000 edits");
  }

  @Test
  void aMovieCutOutOfALongerOneStartsWithItsEarliestTrack() throws Exception {
    Movie movie =
        read(
            join(
                movie(elst(new long[] {0, 0, UNITY}), noSamples()),
                fragment(1, 20_000, 5),
                fragment(2, 20_150, 5)));

    assertThat(movie.tracks().getFirst().presentation().pieces())
        .containsExactly(new Piece(0, 20, 20_000, 1));
    assertThat(movie.tracks().get(1).presentation().pieces())
        .containsExactly(new Piece(150, 20, 20_150, 1));
    assertThat(movie.duration()).isEqualTo(Duration.ofMillis(1700));
  }

  @Test
  void anEditThatEndsBeforeTheFragmentsDoesNotEndTheMovie() throws Exception {
    byte[] edits = elst(new long[] {126, 2, UNITY});

    assertThat(read(join(movie(edits, tables()), fragment(1, 23, 5))).tracks().getFirst())
        .satisfies(
            track ->
                assertThat(track.presentation().pieces()).containsExactly(new Piece(0, 41, 2, 1)));
  }

  @Test
  void timesOf32BitsGoOnWhereTheyWrap() throws Exception {
    Movie movie =
        read(
            join(
                movie(new byte[0], noSamples()),
                fragment(1, 0xffff_fff0L, 3),
                fragment(1, 0xffff_fffcL, 3),
                fragment(1, 8, 3)));

    assertThat(Mp4Bytes.all(movie.tracks().getFirst().samples()))
        .extracting(Sample::time)
        .isSorted()
        .endsWith((1L << 32) + 8, (1L << 32) + 12, (1L << 32) + 16);
    assertThat(movie.duration()).isEqualTo(Duration.ofMillis(360));
  }

  @Test
  void rubbishAsTheLastDurationIsCutToWhatTheTrackStates() throws Exception {
    byte[][] tables = tables();
    tables[1] = full("stts", 0, u32(2, 4, 5, 1, 0x7fff_ffff));
    byte[] track = trak(1, tables);
    int duration = new String(track, StandardCharsets.ISO_8859_1).indexOf("mdhd") + 20;
    System.arraycopy(u32(26), 0, track, duration, 4);

    assertThat(read(box("moov", mvhd(0), track)).tracks().getFirst().presentation().pieces())
        .containsExactly(new Piece(0, 26, 0, 1));
  }

  @Test
  void samplesWithoutDurationsLastAsLongAsTheirEdit() throws Exception {
    byte[][] tables = tables();
    tables[1] = full("stts", 0, u32(1, 5, 0));
    byte[] track = trak(1, tables);

    assertThat(
            read(box("moov", mvhd(0), edited(track, elst(new long[] {600, 0, UNITY}))))
                .tracks()
                .getFirst()
                .presentation()
                .pieces())
        .containsExactly(new Piece(0, 100, 0, 1));
    assertThat(read(box("moov", mvhd(0), track)).tracks().getFirst().presentation().pieces())
        .containsExactly(new Piece(0, 0, 0, 1));
  }

  private static List<Piece> pieces(byte[] elst) throws Exception {
    return read(box("moov", mvhd(0), edited(trak(1, tables()), elst)))
        .tracks()
        .getFirst()
        .presentation()
        .pieces();
  }

  /** Makes edits of 600 ticks per second: duration, media time and rate. */
  private static byte[] elst(long[]... edits) {
    byte[][] rows = Arrays.stream(edits).map(Mp4Bytes::u32).toArray(byte[][]::new);
    return full("elst", 0, u32(edits.length), join(rows));
  }

  private static byte[] edited(byte[] trak, byte[] elst) {
    return box("trak", Arrays.copyOfRange(trak, 8, trak.length), box("edts", elst));
  }

  private static byte[] movie(byte[] elst, byte[][] tables) {
    byte[] mvex =
        box(
            "mvex",
            full("trex", 0, u32(1, 1, 4, 9, 0x10000)),
            full("trex", 0, u32(2, 1, 4, 9, 0x10000)));
    return join(
        ftyp(),
        box(
            "moov",
            mvhd(0),
            edited(trak(1, tables), elst),
            edited(trak(2, noSamples()), elst),
            mvex));
  }

  /** Makes a fragment of samples of 4 ticks. */
  private static byte[] fragment(int track, long time, int samples) {
    return join(
        box(
            "moof",
            box(
                "traf",
                full("tfhd", 0x20000, u32(track)),
                full("tfdt", 0, u32(time)),
                full("trun", 0x5, u32(samples, 0, 0)))),
        box("mdat", new byte[100]));
  }

  private static Movie read(byte[] file) throws Exception {
    return Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);
  }
}
