package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Mp4Reader.Coverage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code moov} (8.2.1), to be completed by what the fragments add.
 *
 * @param timescale ticks per second of the movie's times
 * @param duration in these ticks; 0 if unknown
 * @param fragments present if the movie announces fragments
 */
record MovieBox(
    long timescale,
    long duration,
    @Nullable Instant createdAt,
    List<Track> tracks,
    @Nullable Fragments fragments) {
  /** Times count from here (8.2.2). */
  private static final Instant EPOCH = LocalDateTime.of(1904, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

  /** Headers round up, and may leave out the delay of frames that are reordered. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  private static final long MAX_SECONDS = 1L << 33;

  static MovieBox read(ByteReader moov, Box.Budget budget, Mp4Limits limits) throws Malformed {
    List<Box> boxes = Box.list(moov.fromStart(), budget);
    ByteReader mvhd = Box.require(boxes, "mvhd", moov);
    boolean wide = mvhd.u8() == 1;
    mvhd.skip(3);
    long created = wide ? mvhd.i64() : mvhd.u32();
    mvhd.skip(wide ? 8 : 4);
    long timescale = mvhd.u32();
    long duration = wide ? mvhd.i64() : mvhd.u32();
    Orientation orientation = Orientation.read(mvhd.skip(4 + 2 + 10));
    if (timescale == 0) {
      throw new Malformed(mvhd.offset(), "a timescale of zero");
    }
    var tracks = new ArrayList<Track>();
    Malformed damage = null;
    for (Box box : boxes) {
      if (box.type().equals("trak")) {
        if (tracks.size() == limits.tracks()) {
          throw new Malformed(box.payload().offset(), "more than " + limits.tracks() + " tracks");
        }
        try {
          tracks.add(TrackReader.read(box.payload(), timescale, orientation, budget, limits));
        } catch (Malformed e) {
          damage = damage == null ? e : damage;
        }
      }
    }
    // Damaged sound does not matter as long as there are pictures.
    if (damage != null && tracks.stream().noneMatch(it -> it.kind() == Track.Kind.VIDEO)) {
      throw damage;
    }
    ByteReader mvex = Box.find(boxes, "mvex");
    Fragments fragments = mvex == null ? null : Fragments.read(mvex, budget, limits);
    if (fragments != null) {
      tracks.forEach(fragments::startAfter);
    }
    return new MovieBox(
        timescale,
        unknown(duration, wide) ? 0 : duration,
        created <= 0 || created > MAX_SECONDS ? null : EPOCH.plusSeconds(created),
        tracks,
        fragments);
  }

  /** All ones mean that the duration cannot be determined (8.2.2.3). */
  private static boolean unknown(long duration, boolean wide) {
    return duration < 0 || (!wide && duration == 0xffff_ffffL);
  }

  Movie build(Coverage coverage, Layout layout) {
    List<Track> complete = fragments == null ? tracks : fragments.complete(tracks);
    return new Movie(
        duration(complete, coverage),
        createdAt,
        complete,
        fragments != null,
        coverage == Coverage.WHOLE,
        layout);
  }

  /** Believes what the file states if its tracks bear it out, or if they are not known whole. */
  private @Nullable Duration duration(List<Track> complete, Coverage coverage) {
    Duration longest = longest(complete);
    if (coverage != Coverage.START && (fragments != null || !longest.isZero())) {
      Duration stated = duration(duration, timescale);
      boolean told = fragments == null && duration > 0;
      return told && stated.minus(longest).abs().compareTo(TOLERANCE) < 0 ? stated : longest;
    }
    if (fragments != null && fragments.movieDuration() > 0) {
      return duration(fragments.movieDuration(), timescale);
    }
    if (fragments != null && fragments.indexedDuration() != null) {
      return fragments.indexedDuration();
    }
    return duration > 0 ? duration(duration, timescale) : fragments == null ? longest : null;
  }

  private static Duration longest(List<Track> tracks) {
    return tracks.stream()
        .filter(Track::isShown)
        .map(track -> duration(track.presentation().duration(), track.timescale()))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  /** Converts ticks; at most some 270 years, which nanoseconds can still count. */
  static Duration duration(long ticks, long timescale) {
    long nanos = Math.round(ticks % timescale * 1e9 / timescale);
    return Duration.ofSeconds(Math.min(ticks / timescale, MAX_SECONDS)).plusNanos(nanos);
  }
}
