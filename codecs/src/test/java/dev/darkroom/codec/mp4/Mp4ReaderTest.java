package dev.darkroom.codec.mp4;

import static dev.darkroom.codec.mp4.Mp4Bytes.all;
import static dev.darkroom.codec.mp4.Mp4Bytes.box;
import static dev.darkroom.codec.mp4.Mp4Bytes.ftyp;
import static dev.darkroom.codec.mp4.Mp4Bytes.full;
import static dev.darkroom.codec.mp4.Mp4Bytes.join;
import static dev.darkroom.codec.mp4.Mp4Bytes.mvhd;
import static dev.darkroom.codec.mp4.Mp4Bytes.noSamples;
import static dev.darkroom.codec.mp4.Mp4Bytes.tables;
import static dev.darkroom.codec.mp4.Mp4Bytes.text;
import static dev.darkroom.codec.mp4.Mp4Bytes.trak;
import static dev.darkroom.codec.mp4.Mp4Bytes.u32;
import static dev.darkroom.codec.mp4.Mp4Bytes.u64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class Mp4ReaderTest {
  private static final Mp4Limits SMALL = new Mp4Limits(2000, 60, 2, 100, 3);

  @Test
  void findsTheIndexWhereverItLies() throws Exception {
    byte[] moov = box("moov", mvhd(150), trak(1, tables()));
    byte[] mdat = box("mdat", new byte[5000]);
    byte[] largeMdat = join(u32(1), text("mdat"), u64(16 + 5000), new byte[5000]);
    byte[] lastMdat = join(u32(0), text("mdat"), new byte[5000]);

    for (byte[] file :
        new byte[][] {
          join(ftyp(), moov, mdat),
          join(ftyp(), mdat, moov),
          join(ftyp(), largeMdat, moov),
          join(ftyp(), moov, lastMdat),
          join(ftyp(), box("free"), mdat, box("uuid", new byte[16]), moov, new byte[3])
        }) {
      assertThat(read(file).duration()).isEqualTo(Duration.ofMillis(250));
    }
  }

  @Test
  void findsEverySample() throws Exception {
    Samples samples = read(box("moov", mvhd(0), trak(1, tables()))).tracks().getFirst().samples();

    assertThat(samples.count()).isEqualTo(5);
    assertThat(samples.duration()).isEqualTo(23);
    assertThat(samples.keyframes()).isEqualTo(2);
    assertThat(all(samples))
        .containsExactly(
            new Sample(1000, 10, 0, 4, 0, true, 1),
            new Sample(1010, 11, 4, 4, 0, false, 1),
            new Sample(2000, 12, 8, 5, 0, false, 1),
            new Sample(2012, 13, 13, 5, 0, true, 1),
            new Sample(3000, 14, 18, 5, 0, false, 1));
  }

  @Test
  void readsCompactSizesAndWideOffsets() throws Exception {
    byte[][] tables = tables();
    tables[4] = full("stz2", 0, u32(4, 5), new byte[] {0x12, 0x34, 0x50});
    tables[5] = full("co64", 0, u32(3), u64(1L << 33), u64(2L << 33), u64(3L << 33));

    Samples samples = read(box("moov", mvhd(0), trak(1, tables))).tracks().getFirst().samples();

    assertThat(all(samples).get(3)).isEqualTo(new Sample((2L << 33) + 3, 4, 13, 5, 0, true, 1));
  }

  @Test
  void withoutATableOfKeyframesEverySampleIsOne() throws Exception {
    byte[][] tables = tables();
    tables[2] = box("free");

    Samples samples = read(box("moov", mvhd(0), trak(1, tables))).tracks().getFirst().samples();

    assertThat(samples.keyframes()).isEqualTo(5);
    assertThat(all(samples)).allMatch(Sample::keyframe);
  }

  @Test
  void readsFragments() throws Exception {
    byte[] head = join(ftyp(), movieOfFragments(new byte[0]));
    byte[] first = fragment(0, 3);
    byte[] file = join(head, first, fragment(12, 2));

    Movie movie = read(file);

    Samples samples = movie.tracks().getFirst().samples();
    assertThat(samples.count()).isEqualTo(5);
    assertThat(samples.keyframes()).isEqualTo(2);
    long data = (long) head.length + first.length - 100;
    assertThat(all(samples).get(2)).isEqualTo(new Sample(data + 2 * 9, 9, 8, 4, 0, false, 1));
    assertThat(all(samples).get(3).time()).isEqualTo(12);
    assertThat(all(samples).get(3).keyframe()).isTrue();
    assertThat(movie.duration()).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void looksAtSoManyFragmentsOnlyAndThenBelievesWhatItIsTold() throws Exception {
    byte[] fragments = join(fragment(0, 1), fragment(4, 1), fragment(8, 1), fragment(12, 1));
    byte[] sidx = full("sidx", 0, u32(1, 1000, 0, 0, 2), u32(0, 7000, 0), u32(0, 8000, 0));
    byte[] told = full("mehd", 0, u32(6000));

    assertThat(read(join(movieOfFragments(new byte[0]), fragments)).duration()).isNull();
    assertThat(read(join(movieOfFragments(new byte[0]), sidx, fragments)).duration())
        .isEqualTo(Duration.ofSeconds(15));
    assertThat(read(join(movieOfFragments(told), fragments)).duration())
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void looksAtFragmentsAllOverALongFileThatSaysWhereTheyAre() throws Exception {
    byte[] head = join(ftyp(), movieOfFragments(new byte[0]));
    byte[][] parts = new byte[8][];
    long[] entries = new long[8 * 5];
    int at = head.length;
    for (int i = 0; i < 8; i++) {
      parts[i] = fragment(100 * i, 1);
      System.arraycopy(new long[] {100L * i, at, 0, 0, 0}, 0, entries, 5 * i, 5);
      at += parts[i].length;
    }
    byte[] tfra = full("tfra", 0, u32(1, 0x3f, 8), u32(entries));
    byte[] mfra = box("mfra", tfra, full("mfro", 0, u32(8 + tfra.length + 16)));

    Movie movie = read(join(head, join(parts), mfra));

    Samples samples = movie.tracks().getFirst().samples();
    assertThat(movie.whole()).isFalse();
    assertThat(movie.duration()).isEqualTo(Duration.ofMillis(7040));
    assertThat(samples.count()).isEqualTo(3);
    assertThat(all(samples)).extracting(Sample::time).containsExactly(0L, 300L, 700L);
  }

  @Test
  void aDurationBeyondAllReasonIsCut() throws Exception {
    byte[] wide = full("mvhd", 1 << 24, new byte[16], u32(1), u64(Long.MAX_VALUE), new byte[80]);

    assertThat(read(box("moov", wide, trak(1, noSamples()))).duration())
        .isPositive()
        .isLessThan(Duration.ofDays(300 * 366));
  }

  @Test
  void aDurationThatTheTracksDoNotBearOutIsTheirs() throws Exception {
    for (long lie : new long[] {0, 600_000, 0xffff_fffeL, 0xffff_ffffL}) {
      assertThat(read(box("moov", mvhd(lie), trak(1, tables()))).duration())
          .isEqualTo(Duration.ofMillis(230));
    }
  }

  @Test
  void saysWhatIsMissing() {
    assertMalformed(ftyp(), "no index (moov)");
    assertMalformed(new byte[0], "no index (moov)");
    assertMalformed(box("moov"), "no mvhd");
    assertMalformed(box("moov", mvhd(1), trak(1)), "no stsd");
    assertMalformed(box("moov", mvhd(1), box("trak")), "no tkhd");
    byte[][] tables = tables();
    tables[5] = box("free");
    assertMalformed(box("moov", mvhd(1), trak(1, tables)), "no stco");
  }

  @Test
  void anIndexThatIsCutOffIsMalformed() {
    byte[] file = join(ftyp(), box("moov", mvhd(1200), trak(1, tables())));

    for (int length = ftyp().length; length < file.length; length += 7) {
      byte[] cut = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(Malformed.class);
    }
  }

  @Test
  void believesNoCountThatItsBytesDoNotBearOut() {
    for (int i = 1; i < 6; i++) {
      byte[][] tables = tables();
      // The count of stsz comes second.
      int at = i == 4 ? 16 : 12;
      Arrays.fill(tables[i], at, at + 4, (byte) 0xff);
      byte[] file = box("moov", mvhd(1), trak(1, tables));
      assertThatThrownBy(() -> Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT))
          .as("table %d", i)
          .isInstanceOf(Malformed.class);
    }
  }

  @Test
  void keepsWithinItsLimits() {
    assertMalformed(box("moov", mvhd(1), box("free", new byte[3000])), "an index of more than");
    byte[][] boxes = new byte[70][];
    Arrays.fill(boxes, box("free"));
    assertMalformed(box("moov", mvhd(1), join(boxes)), "too many boxes");
    assertMalformed(join(boxes), "too many boxes");
    byte[] track = trak(1, noSamples());
    assertMalformed(box("moov", mvhd(1), track, track, track), "more than 2 tracks");
  }

  @Test
  void refusesBoxesThatDoNotFit() {
    byte[] file = box("moov", mvhd(1), trak(1, tables()));
    file[8 + 2] = 0x7f;
    assertMalformed(file, "does not fit");
    assertMalformed(join(u32(4), text("moov")), "smaller than its own header");
    assertMalformed(join(u32(1), text("mdat"), u64(-1)), "63 bits");
  }

  @Test
  void samplesInFragmentsFollowThoseInTheIndex() throws Exception {
    byte[] trex = full("trex", 0, u32(1, 1, 4, 9, 0x10000));
    byte[] moov = box("moov", mvhd(0), trak(1, tables()), box("mvex", trex));

    Movie movie = read(join(ftyp(), moov, fragment(23, 2), fragment(31, 3)));

    Samples samples = movie.tracks().getFirst().samples();
    assertThat(samples.count()).isEqualTo(10);
    assertThat(samples.keyframes()).isEqualTo(4);
    assertThat(all(samples))
        .extracting(Sample::time)
        .containsExactly(0L, 4L, 8L, 13L, 18L, 23L, 27L, 31L, 35L, 39L);
    assertThat(movie.duration()).isEqualTo(Duration.ofMillis(430));
  }

  @Test
  void fragmentsEndWhereRubbishStarts() throws Exception {
    byte[] rubbish = join(u32(3), text("\u0001\u0002\u0003\u0004"), new byte[40]);
    byte[] head = join(ftyp(), movieOfFragments(new byte[0]));

    Movie movie = read(join(head, fragment(0, 3), fragment(12, 2), rubbish));

    assertThat(movie.duration()).isEqualTo(Duration.ofMillis(200));
    assertThat(movie.tracks().getFirst().samples().count()).isEqualTo(5);
    assertMalformed(join(head, rubbish), "smaller than its own header");
  }

  @Test
  void soundThatIsDamagedDoesNotSpoilThePictures() throws Exception {
    byte[] sound = trak(2, tables());
    int handler = new String(sound, StandardCharsets.ISO_8859_1).indexOf("vide");
    System.arraycopy(text("soun"), 0, sound, handler, 4);
    int timescale = new String(sound, StandardCharsets.ISO_8859_1).indexOf("mdhd") + 16;
    Arrays.fill(sound, timescale, timescale + 4, (byte) 0);

    Movie movie = read(box("moov", mvhd(1200), sound, trak(1, tables())));

    assertThat(movie.tracks()).extracting(Track::id).containsExactly(1L);
    assertMalformed(box("moov", mvhd(1200), sound), "a timescale of zero");
  }

  @Test
  void theVideoIsTheFirstTrackThatIsEnabled() throws Exception {
    byte[] disabled = trak(1, tables());
    disabled[8 + 8 + 3] = 6;
    byte[] enabled = trak(2, tables());

    assertThat(read(box("moov", mvhd(1), disabled, enabled)).video().orElseThrow().id())
        .isEqualTo(2);
    assertThat(read(box("moov", mvhd(1), disabled)).video().orElseThrow().id()).isEqualTo(1);
  }

  @Test
  void theMovieRotatesItsTracks() throws Exception {
    byte[] quarter = u32(0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x4000_0000);
    byte[] mvhd = full("mvhd", 0, u32(0, 0, 600, 1200), new byte[16], quarter, new byte[28]);

    Track track = read(box("moov", mvhd, trak(1, tables()))).tracks().getFirst();

    assertThat(track.orientation()).isEqualTo(new Orientation(90, false));
    assertThat(track.aspect()).isEqualTo(64 / 48.0);
  }

  @Test
  void refusesMoreSamplesOfOneSizeThanItWouldWalk() {
    byte[][] tables = tables();
    tables[4] = full("stsz", 0, u32(1, 101));

    assertMalformed(box("moov", mvhd(1), trak(1, tables)), "101 samples, more than 100");
  }

  @Test
  void aColorWithoutItsLastByteHasNoRange() throws Exception {
    byte[] size = ByteBuffer.allocate(4).putShort((short) 64).putShort((short) 48).array();
    byte[] color = box("colr", text("nclx"), new byte[] {0, 9, 0, 16, 0, 9});
    byte[][] tables = tables();
    tables[0] =
        full("stsd", 0, u32(1), box("s263", new byte[8], new byte[16], size, new byte[50], color));

    SampleEntry entry = read(box("moov", mvhd(1), trak(1, tables))).tracks().getFirst().entry();

    assertThat(Objects.requireNonNull(entry).color())
        .isEqualTo(new SampleEntry.Color(9, 16, 9, null));
  }

  private static byte[] movieOfFragments(byte[] mehd) {
    byte[] trex = full("trex", 0, u32(1, 1, 4, 9, 0x10000));
    return box("moov", mvhd(0), trak(1, noSamples()), box("mvex", mehd, trex));
  }

  /** Makes a fragment of samples of 9 bytes and 4 ticks; the first one is a keyframe. */
  private static byte[] fragment(int time, int samples) {
    byte[] tfhd = full("tfhd", 0x20000, u32(1));
    byte[] tfdt = full("tfdt", 0, u32(time));
    byte[] trun = full("trun", 0x5, u32(samples, 0, 0));
    int size = 8 + 8 + tfhd.length + tfdt.length + trun.length;
    trun = full("trun", 0x5, u32(samples, size + 8, 0));
    return join(box("moof", box("traf", tfhd, tfdt, trun)), box("mdat", new byte[100]));
  }

  private static Movie read(byte[] file) throws IOException, Malformed {
    return Mp4Reader.read(Mp4Source.of(file), SMALL);
  }

  private static void assertMalformed(byte[] file, String reason) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(Malformed.class).hasMessageContaining(reason);
  }
}
