package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.TimeLimit;
import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What recorders write between the pictures of H.264 and HEVC, and what takes its place in a copy:
 * bytes of the same length that say nothing.
 */
public final class UserData {
  /** Samples of a track that are looked at before all are. */
  private static final int LOOKS = 4;

  /** The samples of files up to this size, in bytes, are all looked at. */
  private static final long SMALL_FILE = 1 << 20;

  /** Twice as many as there can be slices. */
  private static final int MAX_UNITS_OF_SAMPLE = 1200;

  private static final int MAX_UNIT = 1 << 20;

  /** Most units that are replaced: an hour of 60 frames per second, each with one. */
  private static final int MAX_UNITS = 216_000;

  private final NavigableMap<Long, byte[]> replaced = new TreeMap<>();

  /**
   * How a track's units are written.
   *
   * @param lengthSize bytes of the length before each unit (ISO/IEC 14496-15, 5.3.3)
   */
  private record Coding(int lengthSize, boolean hevc) {
    static @Nullable Coding of(Track track) {
      SampleEntry entry = track.entry();
      if (entry == null || track.kind() != Track.Kind.VIDEO || entry.encrypted()) {
        return null;
      }
      byte[] avcC = entry.configurations().get("avcC");
      byte[] hvcC = entry.configurations().get("hvcC");
      if (avcC != null && avcC.length > 4) {
        return new Coding((avcC[4] & 3) + 1, false);
      }
      return hvcC != null && hvcC.length > 21 ? new Coding((hvcC[21] & 3) + 1, true) : null;
    }

    int header() {
      return hevc ? 2 : 1;
    }

    private int type(int first) {
      return hevc ? first >> 1 & 0x3f : first & 0x1f;
    }

    /** Prefix and suffix messages (H.265, table 7-1); messages (H.264, table 7-1). */
    boolean isMessage(int first) {
      return hevc ? type(first) == 39 || type(first) == 40 : type(first) == 6;
    }
  }

  /**
   * Finds user data in tracks. Looks at a few samples first, and only if they have some, at all.
   *
   * @param source to look at a few samples
   * @param sequential to read all of them, roughly from start to end
   * @throws Malformed if there is too much, or the samples cannot be read
   * @throws IOException if the source fails
   */
  public static UserData find(
      List<Track> tracks, Mp4Source source, Mp4Source sequential, TimeLimit limit)
      throws IOException, Malformed {
    var found = new UserData();
    for (Track track : tracks) {
      if (isSuspected(track, source)) {
        found.addAll(track, sequential, limit);
      }
    }
    return found;
  }

  /** Tells whether some samples of a track have user data. */
  public static boolean isSuspected(Track track, Mp4Source source) throws IOException {
    Coding coding = Coding.of(track);
    if (coding == null) {
      return false;
    }
    boolean all = source.size() <= SMALL_FILE || track.samples().keyframes() == 0;
    int step = source.size() <= SMALL_FILE ? 1 : Math.max(1, track.samples().count() / LOOKS);
    var found = new UserData();
    try {
      SampleCursor cursor = track.samples().cursor();
      int due = 0;
      Sample sample = cursor.next();
      for (int i = 0; sample != null && found.isEmpty(); i++) {
        // Some recorders write at keyframes only.
        if (i >= due && (all || sample.keyframe())) {
          due = i + step;
          found.add(coding, sample, source);
        }
        sample = cursor.next();
      }
    } catch (Malformed damage) {
      return !found.isEmpty();
    }
    return !found.isEmpty();
  }

  private void addAll(Track track, Mp4Source source, TimeLimit limit)
      throws IOException, Malformed {
    Coding coding = Coding.of(track);
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next(); sample != null && coding != null; sample = cursor.next()) {
      limit.check();
      add(coding, sample, source);
    }
  }

  /**
   * Adds what the units of a sample need to be replaced by. Looks at all of them: messages belong
   * before the picture, but some writers append them.
   */
  private void add(Coding coding, Sample sample, Mp4Source source) throws IOException, Malformed {
    long at = sample.offset();
    long end = Math.min(at + sample.size(), source.size());
    for (int i = 0; i < MAX_UNITS_OF_SAMPLE && at + coding.lengthSize + 2 < end; i++) {
      ByteReader head = source.read(at, coding.lengthSize + 1);
      long length = 0;
      for (int b = 0; b < coding.lengthSize; b++) {
        length = length << 8 | head.u8();
      }
      int first = head.u8();
      at += coding.lengthSize;
      if (coding.isMessage(first)) {
        replace(coding, at, Math.min(length, end - at), source);
      }
      at += length;
    }
  }

  private void replace(Coding coding, long at, long length, Mp4Source source)
      throws IOException, Malformed {
    if (length > MAX_UNIT || replaced.size() == MAX_UNITS) {
      throw new Malformed(at, "more of a recorder's data than can be left out");
    }
    byte[] unit = source.read(at, (int) length).bytes((int) length);
    if (new SeiUnit(unit, coding.header()).blank()) {
      replaced.put(at, unit);
    }
  }

  public boolean isEmpty() {
    return replaced.isEmpty();
  }

  /**
   * Replaces user data in bytes of the file.
   *
   * @param from offset of the first byte in the file
   */
  public void blank(long from, byte[] bytes) {
    Long first = replaced.floorKey(from);
    long to = from + bytes.length;
    replaced
        .subMap(
            first == null ? from : first, true, Math.max(to, first == null ? from : first), true)
        .forEach(
            (at, unit) -> {
              int start = (int) Math.max(0, from - at);
              int end = (int) Math.min(unit.length, to - at);
              if (start < end) {
                System.arraycopy(unit, start, bytes, (int) (at + start - from), end - start);
              }
            });
  }

  /** Returns what is replaced in a range of the file, by its offset. */
  NavigableMap<Long, byte[]> within(long from, long to) {
    return replaced.subMap(from, true, Math.max(from, to), false);
  }
}
