package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.ShortOfBytes;
import dev.darkroom.codec.exif.TiffDirectory;
import dev.darkroom.codec.exif.TiffStructure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The directories of a file, each once, however they are linked.
 *
 * @param all those of the chain, and those to which "SubIFDs" of the first ones point
 * @param picture the first one that is a page
 * @param pages how many are pages: neither smaller versions nor masks of another
 */
record TiffPages(List<TiffDirectory> all, TiffDirectory picture, int pages) {
  private static final int NEW_SUBFILE_TYPE = 254;
  private static final int SUBFILE_TYPE = 255;
  private static final int MAKE = 271;
  private static final int SUB_DIRECTORIES = 330;

  /** Bits of "NewSubfileType": a smaller version, or a mask, of another picture in the file. */
  private static final int REDUCED_OR_MASK = 5;

  private static final int OLD_REDUCED = 2;

  /** Most directories that are counted. */
  private static final int MAX_DIRECTORIES = 20_000;

  /** Most directories that are kept, to find the picture among them. */
  private static final int MAX_KEPT = 64;

  /** Most entries of a directory to which another points; raw photos have 70. */
  private static final int MAX_ENTRIES_BELOW = 500;

  /** Most pointers that are read from one directory; raw photos have three. */
  private static final int MAX_SUB_DIRECTORIES = 16;

  /**
   * Most entries that are read, so that directories which overlap cost little. Further directories
   * count as pages unread.
   */
  private static final int MAX_ENTRIES = 100_000;

  /**
   * Finds the directories.
   *
   * @throws dev.darkroom.codec.ShortOfBytes if the first one is not the picture, has others below
   *     it, or is a camera's, and not all can be read; otherwise directories out of reach are not
   *     counted
   */
  static TiffPages read(TiffStructure tiff) throws Malformed {
    long at = tiff.first();
    var seen = new HashSet<>(Set.of(at));
    var all = new ArrayList<>(List.of(tiff.directory(at)));
    TiffDirectory first = all.getFirst();
    boolean decided = isPage(first) && !first.has(SUB_DIRECTORIES) && !first.has(MAKE);
    int pages = isPage(first) ? 1 : 0;
    int entries = tiff.entries(at);
    try {
      for (at = tiff.next(at); at != 0 && seen.add(at); at = tiff.next(at)) {
        if (seen.size() > MAX_DIRECTORIES) {
          break;
        }
        entries += tiff.entries(at);
        if (entries > MAX_ENTRIES) {
          pages++;
          continue;
        }
        TiffDirectory directory = tiff.directory(at);
        pages += isPage(directory) ? 1 : 0;
        if (all.size() < MAX_KEPT) {
          all.add(directory);
        }
      }
      for (TiffDirectory directory : List.copyOf(all)) {
        addBelow(directory, tiff, seen, all);
      }
    } catch (ShortOfBytes e) {
      if (!decided) {
        throw e;
      }
    } catch (Malformed e) {
      // The chain is broken here; what came before counts.
    }
    TiffDirectory picture = first;
    for (int i = 0; i < all.size() && !isPage(picture); i++) {
      picture = isPage(all.get(i)) ? all.get(i) : first;
    }
    return new TiffPages(all, picture, Math.max(1, pages));
  }

  private static void addBelow(
      TiffDirectory directory, TiffStructure tiff, Set<Long> seen, List<TiffDirectory> all)
      throws Malformed {
    for (int i = 0; i < MAX_SUB_DIRECTORIES && all.size() < 2 * MAX_KEPT; i++) {
      long below = directory.number(SUB_DIRECTORIES, i, 0);
      if (below != 0 && seen.add(below) && tiff.entries(below) <= MAX_ENTRIES_BELOW) {
        all.add(tiff.directory(below));
      }
    }
  }

  private static boolean isPage(TiffDirectory directory) throws Malformed {
    return (directory.number(NEW_SUBFILE_TYPE, 0, 0) & REDUCED_OR_MASK) == 0
        && directory.number(SUBFILE_TYPE, 0, 0) != OLD_REDUCED;
  }
}
