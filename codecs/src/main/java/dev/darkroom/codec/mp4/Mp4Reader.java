package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file's index: the one {@code moov} box, wherever it lies, and the first {@code moof}
 * boxes of a fragmented file. Media data is stepped over.
 */
public final class Mp4Reader {
  private final Mp4Source source;
  private final Mp4Limits limits;
  private final Box.Budget budget;
  private final List<BoxHead> boxes = new ArrayList<>();
  private long indexBytes;

  private @Nullable MovieBox movie;
  private @Nullable ByteReader index;
  private @Nullable Fragments fragments;

  private Mp4Reader(Mp4Source source, Mp4Limits limits) {
    this.source = source;
    this.limits = limits;
    this.budget = new Box.Budget(limits);
  }

  /**
   * Reads a file's index.
   *
   * @throws Malformed if there is no index, or it is damaged or beyond the limits
   * @throws IOException if the source fails
   */
  public static Movie read(Mp4Source source, Mp4Limits limits) throws IOException, Malformed {
    return new Mp4Reader(source, limits).read();
  }

  private Movie read() throws IOException, Malformed {
    long at = 0;
    while (at + BoxHead.SHORT <= source.size() && movie == null) {
      at = visit(at);
    }
    if (movie == null || index == null) {
      throw new Malformed(source.size(), "no index (moov) before the file's end");
    }
    Coverage coverage = fragments == null ? Coverage.WHOLE : fragments(at);
    return movie.build(coverage, new Layout(boxes, index));
  }

  /** How much of a fragmented file was read. */
  enum Coverage {
    WHOLE,
    /** Fragments from its start to its end, with gaps. */
    SAMPLED,
    START
  }

  /**
   * Reads all fragments if there are not too many. Of a longer file, it reads fragments in equal
   * steps if the file says where they are, otherwise those at the start.
   */
  private Coverage fragments(long after) throws IOException, Malformed {
    List<Long> known = FragmentIndex.read(source, limits);
    long at = after;
    boolean sampled = known.size() > limits.fragments() && known.getFirst() >= after;
    if (sampled) {
      int steps = limits.fragments() - 1;
      for (int i = 0; i < steps; i++) {
        visit(known.get((int) ((long) i * (known.size() - 1) / steps)));
      }
      at = known.getLast();
    }
    int most = (sampled ? 2 : 1) * limits.fragments();
    while (at + BoxHead.SHORT <= source.size() && fragmentCount() < most) {
      try {
        at = visit(at);
      } catch (Malformed rubbish) {
        if (fragments == null || fragments.isEmpty()) {
          throw rubbish;
        }
        // Players stop here as well.
        at = source.size();
      }
    }
    return at < source.size() ? Coverage.START : sampled ? Coverage.SAMPLED : Coverage.WHOLE;
  }

  private int fragmentCount() {
    return fragments == null ? 0 : fragments.count();
  }

  /** Reads the box at an offset if it belongs to the index. Returns the offset of the next box. */
  private long visit(long at) throws IOException, Malformed {
    budget.take(at);
    BoxHead box = BoxHead.at(at, source);
    boxes.add(box);
    switch (box.type()) {
      case "moov" -> moov(index(box));
      case "moof" -> {
        if (fragments != null) {
          fragments.add(index(box), at);
        }
      }
      case "sidx" -> {
        if (fragments != null) {
          fragments.segmentIndex(index(box));
        }
      }
      default -> {}
    }
    return box.end();
  }

  private ByteReader index(BoxHead box) throws IOException, Malformed {
    indexBytes += box.size();
    if (indexBytes > limits.indexBytes()) {
      throw new Malformed(box.offset(), "an index of more than " + limits.indexBytes() + " bytes");
    }
    return box.payload(source);
  }

  private void moov(ByteReader payload) throws Malformed {
    if (movie != null) {
      return;
    }
    index = payload;
    movie = MovieBox.read(payload, budget, limits);
    fragments = movie.fragments();
  }
}
