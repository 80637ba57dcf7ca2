package dev.darkroom.video.caption;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A track with captions.
 *
 * @param entry four characters of its coding
 * @param language of ISO 639 in two or three letters; empty if unknown
 */
public record CaptionTrack(Track track, String entry, String language) {
  private static final int MAX_BOXES = 20_000;

  /** Finds the tracks with captions. */
  public static List<CaptionTrack> of(Movie movie) throws Malformed {
    var found = new ArrayList<CaptionTrack>();
    Index index = null;
    for (Track track : movie.tracks()) {
      if (track.kind() == Track.Kind.CAPTION && track.samples().count() > 0) {
        index = index == null ? Index.of(movie.layout().index()) : index;
        String entry = entry(track);
        if (!index.chapters.contains(track.id()) && !entry.isEmpty()) {
          found.add(new CaptionTrack(track, entry, index.languages.getOrDefault(track.id(), "")));
        }
      }
    }
    return found;
  }

  private static String entry(Track track) throws Malformed {
    ByteReader stsd = track.entries().fromStart();
    return stsd.remaining() < 16 ? "" : stsd.skip(8 + 4).text(4);
  }

  /**
   * What the index says of tracks besides.
   *
   * @param chapters ids of tracks that others name as the titles of their chapters
   * @param languages by the tracks' ids
   */
  private record Index(Set<Long> chapters, Map<Long, String> languages) {
    static Index of(ByteReader moov) throws Malformed {
      var index = new Index(new HashSet<>(), new HashMap<>());
      var budget = new Box.Budget(MAX_BOXES);
      for (Box box : Box.list(moov.fromStart(), budget)) {
        if (box.type().equals("trak")) {
          index.add(Box.list(box.payload().fromStart(), budget), budget);
        }
      }
      return index;
    }

    private void add(List<Box> trak, Box.Budget budget) throws Malformed {
      ByteReader chapter = Box.find(Box.within(trak, "tref", budget), "chap");
      while (chapter != null && chapter.remaining() >= 4) {
        chapters.add(chapter.u32());
      }
      ByteReader tkhd = Box.find(trak, "tkhd");
      ByteReader mdhd = Box.find(Box.within(trak, "mdia", budget), "mdhd");
      if (tkhd != null && mdhd != null) {
        long id = tkhd.skip(tkhd.u8() == 1 ? 3 + 16 : 3 + 8).u32();
        mdhd.skip(mdhd.u8() == 1 ? 3 + 28 : 3 + 16);
        languages.put(id, Language.of(mdhd.u16()));
      }
    }
  }
}
