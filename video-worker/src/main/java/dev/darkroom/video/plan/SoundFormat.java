package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Descriptors;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.profile.CodecProfile;
import java.util.List;
import java.util.Set;

/**
 * How a track's sound is coded.
 *
 * @param sampleRate samples per second
 */
record SoundFormat(SampleEntry entry, int channels, int sampleRate) {
  private static final int MPEG4_AUDIO = 0x40;
  private static final int MPEG2_LAYER3 = 0x69;
  private static final int MPEG1_LAYER3 = 0x6b;
  private static final Set<String> AAC = Set.of("LC", "HE-AAC", "HE-AACv2");

  /** Uncompressed sound, and sound of one byte a sample. */
  private static final Set<String> PCM =
      Set.of(
          "twos", "sowt", "raw ", "NONE", "in24", "in32", "fl32", "fl64", "lpcm", "ipcm", "fpcm",
          "ulaw", "alaw");

  /** What ffmpeg decodes besides, by the sample entries that it reads. */
  private static final Set<String> OTHERS =
      Set.of(
          "mp4a", "alac", "samr", "sawb", "sawp", "ac-3", "sac3", "ec-3", "dtsc", "dtse", "dtsh",
          "dtsl", "dts+", "dts-", "ima4", "MAC3", "MAC6", ".mp1", ".mp2", ".mp3", "Opus", "fLaC",
          "mlpa", "QDM2", "QDMC", "Qclp", "sqcp", "sevc", "nmos", "NELL", "SPXN", "spex", "agsm",
          "wma ", "ilbc", "vdva", "dvca");

  /** Names a codec by the number that WAVE files have for it, in the last two bytes. */
  private static final String WAVE = "ms";

  /** What is assumed where neither file nor codec say. */
  private static final SampleEntry.Sound USUAL = new SampleEntry.Sound(2, 48_000);

  static SoundFormat of(SampleEntry entry) {
    SampleEntry.Sound stated = CodecProfile.of(entry).sound();
    SampleEntry.Sound sound = stated == null ? USUAL : stated;
    return new SoundFormat(
        entry,
        sound.channels() == 0 ? USUAL.channels() : sound.channels(),
        sound.sampleRate() == 0 ? USUAL.sampleRate() : sound.sampleRate());
  }

  /** Tells whether a decoder is known for it. */
  boolean isKnown() {
    String format = entry.format();
    return isPcm() || OTHERS.contains(format) || format.startsWith(WAVE);
  }

  boolean isPcm() {
    return PCM.contains(entry.format());
  }

  /** Tells whether browsers play it. */
  boolean isPlayable() {
    if (!entry.format().equals("mp4a")) {
      return false;
    }
    int type = Descriptors.objectType(entry);
    return isAac() || type == MPEG1_LAYER3 || type == MPEG2_LAYER3;
  }

  /** Tells whether it can go into a stream as it is. */
  boolean isStereoAac() {
    return entry.format().equals("mp4a") && isAac() && channels <= 2;
  }

  private boolean isAac() {
    String words = CodecProfile.of(entry).words();
    return Descriptors.objectType(entry) == MPEG4_AUDIO && words != null && AAC.contains(words);
  }

  /**
   * Returns the size of an uncompressed sample of all channels, in bytes, which old files state as
   * 1 in their tables.
   *
   * @param stated size by the sample table
   */
  int bytes(Track track, int stated) throws Malformed {
    if (stated > 1) {
      return stated;
    }
    int bits =
        switch (entry.format()) {
          case "twos", "sowt", "raw ", "NONE" -> bits(track);
          case "in24" -> 24;
          case "in32", "fl32" -> 32;
          case "fl64" -> 64;
          default -> 8;
        };
    return Math.max(1, entry.sound() == null ? 1 : entry.sound().channels()) * ((bits + 7) / 8);
  }

  /** Reads the bits per sample out of the first sample entry (12.2.3). */
  private static int bits(Track track) throws Malformed {
    int bits = track.entries().fromStart().skip(8 + 8 + 8 + 8 + 2).u16();
    return List.of(8, 16, 24, 32).contains(bits) ? bits : 16;
  }
}
