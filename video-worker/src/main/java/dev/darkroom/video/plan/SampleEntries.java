package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import java.util.ArrayList;
import java.util.List;

/** Lists how a track's samples are coded. */
final class SampleEntries {
  /** Most that are looked at; recorders that restart their encoder write some. */
  private static final int MAX = 16;

  private SampleEntries() {}

  /** Returns the track's sample entries; those from a damaged one on are left out. */
  static List<SampleEntry> of(Track track) {
    var entries = new ArrayList<SampleEntry>();
    try {
      long count = track.entries().fromStart().skip(4).u32();
      for (int number = 1; number <= Math.min(count, MAX); number++) {
        entries.add(track.entry(number));
      }
    } catch (Malformed damage) {
      // The samples before it can be used.
    }
    return entries;
  }
}
