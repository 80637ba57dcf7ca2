package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Moves an index to the start of its file. Only the chunks' offsets change (8.7.5); they grow to 64
 * bits if the file is too long for 32. The body follows without the old {@code ftyp} and index.
 */
final class IndexMover {
  /** Boxes on the way to chunk offsets; others are copied unchanged. */
  private static final Set<String> CONTAINERS = Set.of("trak", "mdia", "minf", "stbl");

  /** Offsets of samples' encryption data (8.7.9), which are not rewritten here. */
  private static final String AUXILIARY = "saio";

  private static final long OFFSET_LIMIT = 1L << 32;

  private record Offsets(int at, int count) {}

  private final ByteBuffer head;
  private final boolean wide;
  private final Box.Budget budget;
  private final List<Offsets> tables = new ArrayList<>();

  /** Writes the new start, first with the old offsets, whose shift depends on its length. */
  private IndexMover(byte[] ftyp, ByteReader moov, long fileSize, Box.Budget budget)
      throws Malformed {
    this.budget = budget;
    long atMost = ftyp.length + 8L + 2L * moov.length();
    this.wide = fileSize + atMost >= OFFSET_LIMIT;
    this.head = ByteBuffer.allocate(Math.toIntExact(wide ? atMost : atMost - moov.length()));
    head.put(ftyp);
    box("moov", moov.fromStart());
  }

  /**
   * Returns the new start of a file: its {@code ftyp} and its index.
   *
   * @param index payload of the index
   * @throws Malformed if its offsets cannot be moved
   */
  static byte[] move(Layout layout, ByteReader index, long fileSize, byte[] ftyp, Box.Budget budget)
      throws Malformed {
    var mover = new IndexMover(ftyp, index, fileSize, budget);
    BoxHead first = layout.boxes().getFirst();
    long bodyFrom = first.type().equals("ftyp") ? first.end() : 0;
    mover.shift(bodyFrom, layout.moov(), mover.head.position() - bodyFrom);
    return Arrays.copyOf(mover.head.array(), mover.head.position());
  }

  private void box(String type, ByteReader payload) throws Malformed {
    int start = begin(type);
    for (Box box : Box.list(payload, budget)) {
      if (CONTAINERS.contains(box.type())) {
        box(box.type(), box.payload());
      } else if (box.type().equals("stco") || box.type().equals("co64")) {
        offsets(box);
      } else if (box.type().equals(AUXILIARY)) {
        throw new Malformed(payload.offset(), "encryption data with offsets of its own,");
      } else if (!box.type().equals("free")) {
        int at = begin(box.type());
        ByteReader payloadOfBox = box.payload().fromStart();
        int length = payloadOfBox.remaining();
        payloadOfBox.copyTo(head.array(), head.position());
        head.position(head.position() + length);
        end(at);
      }
    }
    end(start);
  }

  private void offsets(Box box) throws Malformed {
    boolean wasWide = box.type().equals("co64");
    ByteReader in = box.payload().fromStart();
    Table table = Table.of(in, wasWide ? 8 : 4, Integer.MAX_VALUE / 8);
    int start = begin(wide ? "co64" : "stco");
    head.putInt(0).putInt(table.count());
    tables.add(new Offsets(head.position(), table.count()));
    for (int i = 0; i < table.count(); i++) {
      long offset = wasWide ? table.u64(i) : table.u32(i, 0);
      if (wide) {
        head.putLong(offset);
      } else if (offset < OFFSET_LIMIT) {
        head.putInt((int) offset);
      } else {
        throw table.malformed("a chunk outside of the file");
      }
    }
    end(start);
  }

  private int begin(String type) {
    int at = head.position();
    head.putInt(0).put(type.getBytes(StandardCharsets.ISO_8859_1));
    return at;
  }

  private void end(int start) {
    head.putInt(start, head.position() - start);
  }

  /** Shifts all offsets; data after the old index also moves up by the size of that. */
  private void shift(long bodyFrom, BoxHead moov, long shift) throws Malformed {
    for (Offsets table : tables) {
      for (int i = 0; i < table.count; i++) {
        int at = table.at + i * (wide ? 8 : 4);
        long old = wide ? head.getLong(at) : Integer.toUnsignedLong(head.getInt(at));
        if (old < bodyFrom || (old >= moov.offset() && old < moov.end())) {
          throw new Malformed(moov.offset(), "a chunk that is no media data,");
        }
        long moved = old + shift - (old >= moov.end() ? moov.size() : 0);
        if (wide) {
          head.putLong(at, moved);
        } else {
          head.putInt(at, (int) moved);
        }
      }
    }
  }
}
