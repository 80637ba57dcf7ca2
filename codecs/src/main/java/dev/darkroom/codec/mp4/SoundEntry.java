package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;

/**
 * Writes the sample entries of sound that goes into a stream as it is. QuickTime keeps the
 * description of AAC in a box of its own ({@code wave}), where players of streams do not look.
 */
public final class SoundEntry {
  private static final int BITS = 16;

  /** Rates above do not fit their field, and are told by the codec's description alone. */
  private static final int MAX_RATE = 0xffff;

  private SoundEntry() {}

  /**
   * Returns the payload of an {@code stsd} box with one of a track's entries, without metadata.
   *
   * @param number of the entry, from 1, as samples state it
   */
  public static byte[] of(Track track, int number) throws Malformed {
    SampleEntry entry = track.entry(number);
    SampleEntry.Sound sound = entry.sound();
    byte[] esds = entry.configurations().get("esds");
    return entry.format().equals("mp4a") && sound != null && esds != null && !entry.encrypted()
        ? plain(sound, esds)
        : IndexCleaner.entry(track, number);
  }

  /** Writes an {@code mp4a} entry (ISO/IEC 14496-12, 12.2.3, and 14496-14, 5.6). */
  static byte[] plain(SampleEntry.Sound sound, byte[] esds) {
    int channels = sound.channels() == 0 ? 2 : sound.channels();
    int rate = sound.sampleRate() > MAX_RATE ? 0 : sound.sampleRate();
    return new BoxWriter()
        .u32(0)
        .u32(1)
        .box(
            "mp4a",
            entry -> {
              entry.zeroes(6).u16(1).zeroes(8);
              entry.u16(channels).u16(BITS).u32(0).u16(rate).u16(0);
              entry.box("esds", box -> box.bytes(esds));
            })
        .toByteArray();
  }
}
