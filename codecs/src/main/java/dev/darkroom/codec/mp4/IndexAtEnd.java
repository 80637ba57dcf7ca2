package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes an ordinary file of a fragmented one while its bytes pass by: media data goes through, what
 * the fragments say of it is kept in memory and becomes the index at the file's end. Such a file is
 * read in a few requests, however long it is.
 */
public final class IndexAtEnd extends OutputStream {
  private final OutputStream out;
  private final Mp4Limits limits;
  private final Box.Budget budget;
  private final ByteArrayOutputStream box = new ByteArrayOutputStream();
  private long written;
  private long indexBytes;

  /** Size of the box whose bytes are being collected, as far as it is known. */
  private int wanted = BoxHead.SHORT;

  /** Bytes of the present box that are still to come and pass through, or are dropped. */
  private long passing;

  private boolean dropping;
  private @Nullable MovieBox movie;
  private @Nullable ByteReader moof;
  private long moofSize;
  private @Nullable Malformed damage;

  /**
   * @param out gets the file; not closed
   * @param limits of the index
   */
  public IndexAtEnd(OutputStream out, Mp4Limits limits) {
    this.out = out;
    this.limits = limits;
    this.budget = new Box.Budget(limits);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  /** Takes the next bytes of the fragmented file; none after a damage, which the end reports. */
  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    int end = offset + length;
    try {
      while (at < end && damage == null) {
        if (passing > 0) {
          int count = (int) Math.min(passing, end - at);
          if (!dropping) {
            pass(bytes, at, count);
          }
          passing -= count;
          at += count;
        } else {
          int count = Math.min(wanted - box.size(), end - at);
          box.write(bytes, at, count);
          at += count;
          if (box.size() == wanted) {
            collected();
          }
        }
      }
    } catch (Malformed e) {
      damage = e;
    }
  }

  private void pass(byte[] bytes, int at, int count) throws IOException {
    out.write(bytes, at, count);
    written += count;
  }

  /** Looks at a box's head, or at a whole box of the index. */
  private void collected() throws IOException, Malformed {
    byte[] bytes = box.toByteArray();
    boolean large = bytes.length == BoxHead.SHORT && new ByteReader(bytes).u32() == 1;
    if (large) {
      wanted = 2 * BoxHead.SHORT;
      return;
    }
    BoxHead head = BoxHead.read(new ByteReader(bytes, 0, bytes.length, written), 0);
    boolean whole = bytes.length == head.size();
    switch (head.type()) {
      case "ftyp", "moov", "moof" -> {
        if (whole) {
          index(head, bytes);
          next();
        } else {
          wanted = room(head);
        }
      }
      case "mdat" -> {
        if (moof != null && movie != null && movie.fragments() != null) {
          // The fragment's offsets count from its own start, which is not there any more.
          movie.fragments().add(moof, written - moofSize);
          moof = null;
        }
        pass(bytes, 0, bytes.length);
        skip(head.payloadSize(), false);
      }
      default -> skip(head.payloadSize(), true);
    }
  }

  private int room(BoxHead head) throws Malformed {
    indexBytes += head.size();
    if (indexBytes > limits.indexBytes()) {
      throw new Malformed(written, "an index of more than " + limits.indexBytes() + " bytes");
    }
    return (int) head.size();
  }

  private void index(BoxHead head, byte[] bytes) throws IOException, Malformed {
    var payload = new ByteReader(bytes, head.length(), bytes.length - head.length(), head.offset());
    switch (head.type()) {
      case "ftyp" -> pass(bytes, 0, bytes.length);
      case "moov" -> movie = MovieBox.read(payload, budget, limits);
      default -> {
        moof = payload;
        moofSize = bytes.length;
      }
    }
  }

  private void skip(long count, boolean drop) {
    passing = count;
    dropping = drop;
    next();
  }

  private void next() {
    box.reset();
    wanted = BoxHead.SHORT;
  }

  /**
   * Writes the index. The movie starts with what is shown first, whenever the fragments say.
   *
   * @throws Malformed if what came was no fragmented file, or went beyond the limits
   */
  public void finish() throws IOException, Malformed {
    if (damage != null) {
      throw damage;
    }
    if (movie == null || movie.fragments() == null) {
      throw new Malformed(written, "no fragmented movie before the end");
    }
    List<Track> tracks = movie.fragments().complete(movie.tracks());
    byte[] index = TrailingIndex.of(tracks);
    pass(index, 0, index.length);
  }
}
