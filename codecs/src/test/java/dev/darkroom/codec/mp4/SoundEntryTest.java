package dev.darkroom.codec.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.ByteReader;
import org.junit.jupiter.api.Test;

final class SoundEntryTest {
  /** AAC-LC, 48 kHz, stereo. */
  private static final byte[] ESDS = {
    0,
    0,
    0,
    0,
    3,
    25,
    0,
    0,
    0,
    4,
    17,
    0x40,
    0x15,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    5,
    2,
    0x11,
    (byte) 0x90,
    6,
    1,
    2
  };

  @Test
  void itsDescriptionLiesWherePlayersOfStreamsLook() throws Exception {
    byte[] stsd = SoundEntry.plain(new SampleEntry.Sound(2, 48_000), ESDS);

    ByteReader in = new ByteReader(stsd).skip(8);
    assertThat(in.u32()).isEqualTo(36 + 8 + ESDS.length);
    assertThat(in.text(4)).isEqualTo("mp4a");
    assertThat(in.skip(28 + 4).text(4)).isEqualTo("esds");
    assertThat(in.bytes(ESDS.length)).isEqualTo(ESDS);
    SampleEntry read = read(stsd);
    assertThat(read.codec()).isEqualTo("mp4a.40.2");
    assertThat(read.sound()).isEqualTo(new SampleEntry.Sound(2, 48_000));
  }

  @Test
  void aRateThatDoesNotFitItsFieldIsLeftToTheDescription() throws Exception {
    byte[] stsd = SoundEntry.plain(new SampleEntry.Sound(0, 96_000), ESDS);

    ByteReader in = new ByteReader(stsd).skip(8 + 8 + 16);
    assertThat(in.u16()).isEqualTo(2);
    assertThat(in.skip(6).u16()).isZero();
  }

  private static SampleEntry read(byte[] stsd) throws Exception {
    return SampleEntryReader.read(
        new ByteReader(stsd), 1, Track.Kind.AUDIO, new Box.Budget(Mp4Limits.DEFAULT));
  }
}
