package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the samples of movie fragments (8.8), per track. */
final class Fragments {
  private static final long MAX_TIME = 1L << 60;

  private final Box.Budget budget;
  private final Mp4Limits limits;
  private final Map<Long, FragmentSamples> tracks = new HashMap<>();
  private final long movieDuration;
  private @Nullable Duration indexedDuration;
  private int count;

  private Fragments(Box.Budget budget, Mp4Limits limits, long movieDuration) {
    this.budget = budget;
    this.limits = limits;
    this.movieDuration = movieDuration;
  }

  static Fragments read(ByteReader mvex, Box.Budget budget, Mp4Limits limits) throws Malformed {
    List<Box> boxes = Box.list(mvex, budget);
    ByteReader mehd = Box.find(boxes, "mehd");
    var fragments = new Fragments(budget, limits, mehd == null ? 0 : movieDuration(mehd));
    for (Box box : boxes) {
      if (box.type().equals("trex")) {
        if (fragments.tracks.size() == limits.tracks()) {
          throw new Malformed(box.payload().offset(), "more than " + limits.tracks() + " tracks");
        }
        ByteReader trex = box.payload().skip(4);
        long track = trex.u32();
        var defaults = new SampleDefaults(trex.i32(), trex.u32(), trex.count(), trex.i32());
        fragments.tracks.put(track, new FragmentSamples(defaults));
      }
    }
    return fragments;
  }

  /** Reads {@code mehd} (8.8.2). */
  private static long movieDuration(ByteReader mehd) throws Malformed {
    boolean wide = mehd.u8() == 1;
    mehd.skip(3);
    return wide ? Math.max(0, mehd.i64()) : mehd.u32();
  }

  /** The movie's duration in its ticks; 0 if the file does not state it. */
  long movieDuration() {
    return movieDuration;
  }

  /** The duration by the segment index before the first fragment; null if there is none. */
  @Nullable Duration indexedDuration() {
    return indexedDuration;
  }

  /** Tells whether no sample has been found yet. */
  boolean isEmpty() {
    return tracks.values().stream().allMatch(samples -> samples.count() == 0);
  }

  /** Number of fragments added. */
  int count() {
    return count;
  }

  /** Reads {@code sidx} (8.16.3), whose subsegments' durations add up to the movie's. */
  void segmentIndex(ByteReader in) throws Malformed {
    if (count > 0) {
      return;
    }
    boolean wide = in.u8() == 1;
    in.skip(3 + 4);
    long timescale = in.u32();
    in.skip((wide ? 16 : 8) + 2);
    int references = in.u16();
    long ticks = 0;
    for (int i = 0; i < references; i++) {
      ticks += in.skip(4).u32();
      in.skip(4);
    }
    if (timescale > 0) {
      Duration duration = MovieBox.duration(ticks, timescale);
      if (indexedDuration == null || duration.compareTo(indexedDuration) > 0) {
        indexedDuration = duration;
      }
    }
  }

  /**
   * Adds a {@code moof} (8.8.4).
   *
   * @param at file offset of the box
   */
  void add(ByteReader moof, long at) throws Malformed {
    count++;
    long end = at;
    for (Box box : Box.list(moof, budget)) {
      if (box.type().equals("traf")) {
        end = track(Box.list(box.payload(), budget), box.payload(), at, end);
      }
    }
  }

  /** Adds a {@code traf} (8.8.6). Returns the file offset of the end of its data. */
  private long track(List<Box> boxes, ByteReader traf, long moof, long previousEnd)
      throws Malformed {
    ByteReader tfhd = Box.require(boxes, "tfhd", traf);
    int flags = tfhd.i32();
    FragmentSamples samples = tracks.get(tfhd.u32());
    if (samples == null) {
      throw new Malformed(traf.offset(), "a fragment of an unknown track");
    }
    boolean baseIsMoof = (flags & 0x20000) != 0;
    long base = (flags & 1) != 0 ? tfhd.u64() : baseIsMoof ? moof : previousEnd;
    SampleDefaults defaults = samples.defaults().override(tfhd, flags);
    ByteReader tfdt = Box.find(boxes, "tfdt");
    if (tfdt != null) {
      boolean wide = tfdt.u8() == 1;
      tfdt.skip(3);
      long time = wide ? tfdt.i64() : samples.unwrapped(tfdt.u32());
      if (time < 0 || time > MAX_TIME) {
        throw new Malformed(tfdt.offset(), "a time of more than 60 bits");
      }
      samples.startAt(time);
    }
    long end = base;
    for (Box box : boxes) {
      if (box.type().equals("trun")) {
        end = samples.add(box.payload(), defaults, base, end, limits.samples());
      }
    }
    return end;
  }

  /** Adds where a track's samples lie in the file. */
  void extents(long track, Extents extents) throws Malformed {
    FragmentSamples samples = tracks.get(track);
    if (samples != null) {
      samples.extents(extents);
    }
  }

  /** Lets a track's fragments start after the samples that the movie itself has of it. */
  void startAfter(Track track) {
    FragmentSamples added = tracks.get(track.id());
    if (added != null) {
      added.startAt(track.samples().span());
    }
  }

  /**
   * Adds the samples of the fragments to those that the movie itself has. A movie that was cut out
   * of a longer one starts when its earliest track does.
   */
  List<Track> complete(List<Track> tracks) {
    List<Track> complete = tracks.stream().map(this::complete).toList();
    double origin =
        complete.stream()
            .filter(Track::isShown)
            .mapToDouble(track -> track.seconds(Presentation.late(track)))
            .min()
            .orElse(0);
    return complete.stream().map(track -> track.startingAt(origin)).toList();
  }

  private Track complete(Track track) {
    FragmentSamples added = tracks.get(track.id());
    if (added == null || added.count() == 0) {
      return track;
    }
    return track.samples() instanceof SampleTable table && table.count() > 0
        ? track.with(new JoinedSamples(table, added))
        : track.with(added);
  }
}
