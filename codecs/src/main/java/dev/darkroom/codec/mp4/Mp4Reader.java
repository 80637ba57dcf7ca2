package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file's index: the one {@code moov} box, wherever it lies, and the first fragments' {@code
 * moof} boxes where the file has such. Media data is stepped over.
 */
public final class Mp4Reader {
  private static final int HEADER = 8;
  private static final int LARGE_HEADER = 16;

  private final Mp4Source source;
  private final Mp4Limits limits;
  private final Box.Budget budget;
  private long indexBytes;

  private @Nullable MovieBuilder movie;
  private @Nullable Fragments fragments;

  private Mp4Reader(Mp4Source source, Mp4Limits limits) {
    this.source = source;
    this.limits = limits;
    this.budget = new Box.Budget(limits);
  }

  /**
   * @throws Malformed if there is no index, or it is damaged or beyond the limits
   * @throws IOException what the source throws
   */
  public static Movie read(Mp4Source source, Mp4Limits limits) throws IOException, Malformed {
    return new Mp4Reader(source, limits).read();
  }

  private Movie read() throws IOException, Malformed {
    long at = 0;
    while (at + HEADER <= source.size() && wantsMore()) {
      at = box(at);
    }
    if (movie == null) {
      throw new Malformed(source.size(), "no index (moov) before the file's end");
    }
    return movie.build(fragments, at >= source.size());
  }

  private boolean wantsMore() {
    return movie == null || (fragments != null && fragments.count() < limits.fragments());
  }

  /** Looks at the box at this place, and says where the next one is (4.2). */
  private long box(long at) throws IOException, Malformed {
    budget.take(at);
    ByteReader in = source.read(at, (int) Math.min(LARGE_HEADER, source.size() - at));
    long size = in.u32();
    String type = in.text(4);
    int header = HEADER;
    if (size == 1) {
      size = in.u64();
      header = LARGE_HEADER;
    } else if (size == 0) {
      size = source.size() - at;
    }
    if (size < header || size > Long.MAX_VALUE - at) {
      throw new Malformed(at, "a box that is smaller than its own header");
    }
    switch (type) {
      case "moov" -> moov(index(at, header, size));
      case "moof" -> {
        if (fragments != null) {
          fragments.add(index(at, header, size), at);
        }
      }
      case "sidx" -> {
        if (fragments != null) {
          fragments.segmentIndex(index(at, header, size));
        }
      }
      default -> {}
    }
    return at + size;
  }

  private ByteReader index(long at, int header, long size) throws IOException, Malformed {
    indexBytes += size;
    if (indexBytes > limits.indexBytes()) {
      throw new Malformed(at, "an index of more than " + limits.indexBytes() + " bytes");
    }
    return source.read(at + header, (int) (size - header));
  }

  private void moov(ByteReader payload) throws Malformed {
    if (movie != null) {
      return;
    }
    movie = MovieBuilder.of(payload, budget, limits);
    fragments = movie.fragments();
  }
}
