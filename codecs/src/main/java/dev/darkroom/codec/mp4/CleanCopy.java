package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A copy of a file that starts with its index, so that it plays while it downloads, and that holds
 * nothing but pictures, sound, captions and what is needed to play them. All other bytes become
 * zeroes, so that offsets within a file's body, such as those of fragments, stay right.
 *
 * @param pieces what the copy consists of, in this order
 */
public record CleanCopy(List<Piece> pieces) {
  /** Boxes at the top level that are copied unchanged: they only list sizes and offsets. */
  private static final Set<String> UNCHANGED = Set.of("ftyp", "styp", "sidx", "ssix", "mfra");

  /** Largest filler that is searched for metadata, in bytes. */
  private static final int MAX_FILLER = 64 << 10;

  private static final int MAX_BOXES = 1_000_000;
  private static final int LARGE_HEAD = 16;

  public CleanCopy {
    pieces = List.copyOf(pieces);
  }

  /** A part of the copy. */
  public sealed interface Piece {
    /** Returns its length in bytes. */
    long length();
  }

  /** New bytes. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  public record Bytes(byte[] bytes) implements Piece {
    @Override
    public long length() {
      return bytes.length;
    }
  }

  /** A range of the original. */
  public record Range(long from, long length) implements Piece {}

  /** Zeroes where the original has something else. */
  public record Zeroes(long length) implements Piece {}

  /** Returns the size of the whole copy, in bytes. */
  public long size() {
    return pieces.stream().mapToLong(Piece::length).sum();
  }

  /**
   * Plans a copy. Returns none if the original already starts with its index, or is fragmented, and
   * has no boxes that a copy would lack.
   *
   * @param original as it was read; of a long fragmented file its start is enough
   * @param userData what is replaced in the samples
   * @param ftyp the first box of the copy; a fragmented file keeps its own
   * @throws Malformed if its offsets cannot be moved, or the file is beyond the limits
   * @throws IOException if the source fails
   */
  public static Optional<CleanCopy> of(
      Mp4Source source, Movie original, UserData userData, byte[] ftyp, Mp4Limits limits)
      throws IOException, Malformed {
    var budget = new Box.Budget(MAX_BOXES);
    MovieBox movie = MovieBox.read(original.layout().index(), budget, limits);
    Set<Long> tracks = tracks(original, source);
    return new Planner(source, original.layout(), movie, tracks, userData, budget, limits)
        .plan(ftyp);
  }

  /** Returns the ids of the tracks that are kept. */
  private static Set<Long> tracks(Movie movie, Mp4Source source) throws IOException {
    var kept = new HashSet<Long>();
    for (Track track : movie.tracks()) {
      boolean known = movie.whole() || track.samples().count() > 0;
      boolean keeps =
          switch (track.kind()) {
            case VIDEO, AUDIO -> true;
            case CAPTION -> known && !Telemetry.isIn(track, source);
            case OTHER -> false;
          };
      if (keeps) {
        kept.add(track.id());
      }
    }
    return kept;
  }

  /** Reads the boxes of the top level, and then writes the pieces. */
  private static final class Planner {
    private final Mp4Source source;
    private final Layout layout;
    private final MovieBox movie;
    private final Box.Budget budget;
    private final Mp4Limits limits;
    private final boolean fragmented;

    /** Ids of the tracks that are kept. */
    private final Set<Long> tracks;

    private final UserData userData;
    private final Extents media = new Extents();
    private final List<Piece> pieces = new ArrayList<>();

    /** Whether the top level or a fragment has something that the copy lacks. */
    private boolean metadata;

    private long indexBytes;

    Planner(
        Mp4Source source,
        Layout layout,
        MovieBox movie,
        Set<Long> tracks,
        UserData userData,
        Box.Budget budget,
        Mp4Limits limits) {
      this.source = source;
      this.layout = layout;
      this.movie = movie;
      this.budget = budget;
      this.limits = limits;
      this.fragmented = movie.fragments() != null;
      this.tracks = tracks;
      this.userData = userData;
      this.metadata = !userData.isEmpty();
    }

    /** A box of the body, with its new bytes if it is neither copied nor blanked. */
    @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
    private record Part(BoxHead head, byte[] bytes) {}

    Optional<CleanCopy> plan(byte[] ftyp) throws IOException, Malformed {
      List<Part> parts = parts();
      IndexCleaner.Cleaned index = IndexCleaner.clean("moov", layout.index(), tracks, budget);
      if (!metadata && !index.found() && (fragmented || layout.indexFirst())) {
        return Optional.empty();
      }
      movie.tracks().forEach(this::addMedia);
      media.unite();
      if (!fragmented) {
        pieces.add(new Bytes(IndexMover.move(layout, index.index(), source.size(), ftyp, budget)));
      }
      int last = parts.size();
      while (last > 0 && blank(parts.get(last - 1))) {
        last--;
      }
      for (Part part : parts.subList(0, last)) {
        write(part, index.index());
      }
      return Optional.of(new CleanCopy(pieces));
    }

    /** Adds a track's samples up to the first damage, after which no player finds any. */
    private void addMedia(Track track) {
      if (!tracks.contains(track.id())) {
        return;
      }
      try {
        track.samples().extents(media);
        if (movie.fragments() != null) {
          movie.fragments().extents(track.id(), media);
        }
      } catch (Malformed damage) {
        return;
      }
    }

    private boolean blank(Part part) {
      return switch (part.head.type()) {
        case "mdat", "moof" -> false;
        case "moov" -> !fragmented || part.head.offset() != layout.moov().offset();
        default -> !UNCHANGED.contains(part.head.type());
      };
    }

    /** Reads the top level up to its end or to what is no box. */
    private List<Part> parts() throws IOException, Malformed {
      var parts = new ArrayList<Part>();
      long at = 0;
      while (at + BoxHead.SHORT <= source.size()) {
        budget.take(at);
        try {
          Part part = part(BoxHead.at(at, source));
          parts.add(part);
          at = part.head.end();
        } catch (Malformed rubbish) {
          metadata = true;
          break;
        }
      }
      return parts;
    }

    private Part part(BoxHead head) throws IOException, Malformed {
      byte[] bytes = {};
      switch (head.type()) {
        case "moof" -> {
          ByteReader moof = payload(head);
          if (movie.fragments() != null) {
            movie.fragments().add(moof.fromStart(), head.offset());
          }
          IndexCleaner.Cleaned cleaned = IndexCleaner.clean("moof", moof, tracks, budget);
          metadata |= cleaned.found();
          bytes = bytes(cleaned.index());
        }
        case "free", "skip", "wide" -> metadata |= head.payloadSize() > 0 && !isZero(head);
        default ->
            metadata |=
                !head.type().equals("mdat")
                    && !head.type().equals("moov")
                    && !UNCHANGED.contains(head.type());
      }
      return new Part(head, bytes);
    }

    private ByteReader payload(BoxHead head) throws IOException, Malformed {
      indexBytes += head.size();
      if (indexBytes > limits.indexBytes()) {
        throw new Malformed(
            head.offset(), "an index of more than " + limits.indexBytes() + " bytes");
      }
      return head.payload(source);
    }

    private boolean isZero(BoxHead filler) throws IOException, Malformed {
      return filler.payloadSize() <= MAX_FILLER
          && filler.end() <= source.size()
          && IndexCleaner.isZero(filler.payload(source));
    }

    private void write(Part part, ByteReader index) throws Malformed {
      BoxHead head = part.head;
      long end = Math.min(head.end(), source.size());
      switch (head.type()) {
        case "mdat" -> {
          copy(head.offset(), head.offset() + head.length());
          media(head.offset() + head.length(), end);
        }
        case "moof" -> rewritten(head, part.bytes);
        case "moov" -> {
          if (head.offset() != layout.moov().offset()) {
            blank(head, end);
          } else if (fragmented) {
            rewritten(head, bytes(index));
          }
        }
        default -> {
          if (!UNCHANGED.contains(head.type())) {
            blank(head, end);
          } else if (fragmented || head.offset() > 0 || !head.type().equals("ftyp")) {
            copy(head.offset(), end);
          }
        }
      }
    }

    private void rewritten(BoxHead head, byte[] payload) {
      copy(head.offset(), head.offset() + head.length());
      pieces.add(new Bytes(payload));
    }

    /** Copies the samples between two offsets, and zeroes what lies between samples. */
    private void media(long from, long to) {
      long[] at = {from};
      media.within(
          from,
          to,
          (start, end) -> {
            zero(start - at[0]);
            samples(start, end);
            at[0] = end;
          });
      zero(to - at[0]);
    }

    private void samples(long from, long to) {
      long at = from;
      for (Map.Entry<Long, byte[]> unit : userData.within(from, to).entrySet()) {
        copy(at, unit.getKey());
        at = Math.min(to, unit.getKey() + unit.getValue().length);
        pieces.add(new Bytes(Arrays.copyOf(unit.getValue(), (int) (at - unit.getKey()))));
      }
      copy(at, to);
    }

    private void blank(BoxHead head, long end) {
      boolean large = head.length() == LARGE_HEAD;
      var free = new BoxWriter().u32(large ? 1 : head.size()).text("free");
      pieces.add(new Bytes((large ? free.u64(head.size()) : free).toByteArray()));
      zero(end - head.offset() - head.length());
    }

    private void zero(long length) {
      if (length > 0) {
        pieces.add(new Zeroes(length));
      }
    }

    private void copy(long from, long to) {
      if (to > from) {
        Piece last = pieces.isEmpty() ? null : pieces.getLast();
        if (last instanceof Range(long start, long length) && start + length == from) {
          pieces.set(pieces.size() - 1, new Range(start, to - start));
        } else {
          pieces.add(new Range(from, to - from));
        }
      }
    }

    private static byte[] bytes(ByteReader view) throws Malformed {
      ByteReader in = view.fromStart();
      return in.bytes(in.remaining());
    }
  }
}
