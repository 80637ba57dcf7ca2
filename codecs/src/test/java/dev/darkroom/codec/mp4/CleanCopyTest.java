package dev.darkroom.codec.mp4;

import static dev.darkroom.codec.mp4.Mp4Bytes.box;
import static dev.darkroom.codec.mp4.Mp4Bytes.ftyp;
import static dev.darkroom.codec.mp4.Mp4Bytes.full;
import static dev.darkroom.codec.mp4.Mp4Bytes.join;
import static dev.darkroom.codec.mp4.Mp4Bytes.mvhd;
import static dev.darkroom.codec.mp4.Mp4Bytes.tables;
import static dev.darkroom.codec.mp4.Mp4Bytes.trak;
import static dev.darkroom.codec.mp4.Mp4Bytes.u32;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.TimeLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CleanCopyTest {
  private final byte[] media = new byte[4000];

  CleanCopyTest() {
    new Random(5).nextBytes(media);
  }

  @Test
  void everySampleIsStillThere() throws Exception {
    byte[] original =
        join(ftyp(), box("free", new byte[20]), box("mdat", media), moov(), box("free"));

    byte[] moved = moved(original, box("ftyp", Mp4Bytes.text("mp42"), u32(0)));

    List<Sample> before = samples(original);
    List<Sample> after = samples(moved);
    assertThat(Mp4Reader.read(Mp4Source.of(moved), Mp4Limits.DEFAULT).layout().indexFirst())
        .isTrue();
    assertThat(after).hasSize(5).hasSameSizeAs(before);
    for (int i = 0; i < before.size(); i++) {
      Sample was = before.get(i);
      Sample is = after.get(i);
      assertThat(slice(moved, is)).isEqualTo(slice(original, was));
      assertThat(is.time()).isEqualTo(was.time());
    }
  }

  @Test
  void mediaDataAfterTheOldIndexMovesTheOtherWay() throws Exception {
    byte[] original = join(ftyp(), box("mdat", new byte[16]), moov(), box("mdat", media));

    byte[] moved = moved(original, ftyp());

    assertThat(slice(moved, samples(moved).get(4)))
        .isEqualTo(slice(original, samples(original).get(4)));
  }

  @Test
  void offsetsGrowWhereTheFileIsTooLongForThem() throws Exception {
    byte[] original = join(ftyp(), box("mdat", media), moov());
    Movie movie = Mp4Reader.read(Mp4Source.of(original), Mp4Limits.DEFAULT);
    Mp4Source large = sized(original, 1L << 33);

    CleanCopy copy =
        CleanCopy.of(large, movie, noUserData(), ftyp(), Mp4Limits.DEFAULT).orElseThrow();

    byte[] head = ((CleanCopy.Bytes) copy.pieces().getFirst()).bytes();
    List<Sample> after = samples(head);
    long shift = (long) head.length - ftyp().length;
    assertThat(after.getFirst().offset()).isEqualTo(samples(original).getFirst().offset() + shift);
    assertThat(new String(head, StandardCharsets.ISO_8859_1))
        .contains("co64")
        .doesNotContain("stco");
  }

  @Test
  void refusesWhatItCannotMove() {
    byte[][] tables = Arrays.copyOf(tables(), 7);
    tables[6] = full("saio", 0, u32(1, 1000));
    byte[] encrypted = join(ftyp(), box("mdat", media), box("moov", mvhd(1), trak(1, tables)));
    byte[][] pointing = tables();
    pointing[5] = full("stco", 0, u32(3, 4, 2000, 3000));
    byte[] odd = join(ftyp(), box("mdat", media), box("moov", mvhd(1), trak(1, pointing)));

    assertThatThrownBy(() -> moved(encrypted, ftyp())).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> moved(odd, ftyp())).isInstanceOf(Malformed.class);
  }

  private static UserData noUserData() throws Exception {
    Mp4Source none = Mp4Source.of(new byte[0]);
    return UserData.find(List.of(), none, none, TimeLimit.NONE);
  }

  private static byte[] moov() {
    byte[] udta = box("udta", new byte[30]);
    return box("moov", mvhd(1200), trak(1, tables()), udta);
  }

  private static byte[] moved(byte[] original, byte[] ftyp) throws Exception {
    Mp4Source source = Mp4Source.of(original);
    Movie movie = Mp4Reader.read(source, Mp4Limits.DEFAULT);
    CleanCopy copy =
        CleanCopy.of(source, movie, noUserData(), ftyp, Mp4Limits.DEFAULT).orElseThrow();
    var out = new ByteArrayOutputStream();
    for (CleanCopy.Piece piece : copy.pieces()) {
      switch (piece) {
        case CleanCopy.Bytes(var bytes) -> out.writeBytes(bytes);
        case CleanCopy.Range(var from, var length) -> out.write(original, (int) from, (int) length);
        case CleanCopy.Zeroes(var length) -> out.writeBytes(new byte[(int) length]);
      }
    }
    assertThat(copy.size()).isEqualTo(out.size());
    return out.toByteArray();
  }

  /** A file of which only the start exists; its last box reaches to its end. */
  private static Mp4Source sized(byte[] start, long size) {
    Mp4Source source = Mp4Source.of(start);
    return new Mp4Source() {
      @Override
      public long size() {
        return size;
      }

      @Override
      public ByteReader read(long from, int length) throws IOException, Malformed {
        return source.read(from, length);
      }
    };
  }

  private static List<Sample> samples(byte[] file) throws Exception {
    return Mp4Bytes.all(
        Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT).tracks().getFirst().samples());
  }

  private static byte[] slice(byte[] file, Sample sample) throws Malformed {
    return new ByteReader(file).skip(sample.offset()).bytes(sample.size());
  }
}
