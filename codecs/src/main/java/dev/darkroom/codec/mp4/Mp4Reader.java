package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
  private final List<Layout.Part> parts = new ArrayList<>();
  private long indexBytes;

  private @Nullable MovieBuilder movie;
  private @Nullable ByteReader index;
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
    while (at + HEADER <= source.size() && movie == null) {
      at = box(at);
    }
    if (movie == null || index == null) {
      throw new Malformed(source.size(), "no index (moov) before the file's end");
    }
    Coverage coverage = fragments == null ? Coverage.WHOLE : fragments(at);
    return movie.build(fragments, coverage, new Layout(parts, index));
  }

  /** How much of a fragmented file was looked at. */
  enum Coverage {
    WHOLE,
    /** Fragments from its start to its end, with gaps. */
    SAMPLED,
    START
  }

  /**
   * All fragments, if there are not too many; else some of them in equal steps, if the file says
   * where; else those at the start.
   */
  private Coverage fragments(long after) throws IOException, Malformed {
    List<Long> known = FragmentIndex.read(source, limits);
    long at = after;
    boolean sampled = known.size() > limits.fragments() && known.getFirst() >= after;
    if (sampled) {
      int steps = limits.fragments() - 1;
      for (int i = 0; i < steps; i++) {
        box(known.get((int) ((long) i * (known.size() - 1) / steps)));
      }
      at = known.getLast();
    }
    int most = (sampled ? 2 : 1) * limits.fragments();
    while (at + HEADER <= source.size() && fragmentCount() < most) {
      at = box(at);
    }
    return at < source.size() ? Coverage.START : sampled ? Coverage.SAMPLED : Coverage.WHOLE;
  }

  private int fragmentCount() {
    return fragments == null ? 0 : fragments.count();
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
    parts.add(new Layout.Part(type, at, size));
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
    index = payload;
    movie = MovieBuilder.of(payload, budget, limits);
    fragments = movie.fragments();
  }
}
