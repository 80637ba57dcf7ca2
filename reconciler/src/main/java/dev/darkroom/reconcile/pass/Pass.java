package dev.darkroom.reconcile.pass;

import static java.util.Objects.requireNonNull;

import dev.darkroom.contract.MediaId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * One way through the whole bucket, and how far it is. It may take several runs of the function.
 *
 * @param part of the bucket that is looked at
 * @param after what was looked at last in this part; empty at its start
 * @param suspects uploads of the owner {@code local} whose original is unknown: none, or one at a
 *     key that tells no id
 * @param clean whether nothing failed so far
 */
public record Pass(
    Instant startedAt, Ages ages, Part part, String after, Set<MediaId> suspects, boolean clean) {

  /** More wait for the next pass, so that the cursor stays small. */
  private static final int MAX_SUSPECTS = 1000;

  /** The parts of the bucket, in order. */
  public enum Part {
    /** Uploads whose originals' keys tell owner and id, and all outputs. */
    FOLDERS,
    /** Images that were dropped into the bucket at keys of people's choice. */
    DROPPED_IMAGES,
    /** Videos that were dropped into the bucket at keys of people's choice. */
    DROPPED_VIDEOS,
    /** Outputs of the owner {@code local} for which no original was found. */
    SUSPECTS,
    /** Nothing is left to be looked at. */
    END;

    private Part next() {
      return switch (this) {
        case FOLDERS -> DROPPED_IMAGES;
        case DROPPED_IMAGES -> DROPPED_VIDEOS;
        case DROPPED_VIDEOS -> SUSPECTS;
        case SUSPECTS, END -> END;
      };
    }
  }

  public Pass {
    requireNonNull(startedAt, "startedAt");
    requireNonNull(ages, "ages");
    requireNonNull(part, "part");
    requireNonNull(after, "after");
    suspects = Set.copyOf(suspects);
  }

  /** Begins a pass. */
  public static Pass start(Instant now, Ages ages) {
    return new Pass(now, ages, Part.FOLDERS, "", Set.of(), true);
  }

  /** Returns this pass after it looked at something. */
  public Pass at(String place) {
    return new Pass(startedAt, ages, part, place, suspects, clean);
  }

  /** Returns this pass at the start of the next part. */
  public Pass next() {
    return new Pass(startedAt, ages, part.next(), "", suspects, clean);
  }

  /** Returns this pass after something failed. */
  public Pass failed() {
    return new Pass(startedAt, ages, part, after, suspects, false);
  }

  /** Returns this pass with one more upload whose original is unknown, if there is room. */
  public Pass suspecting(MediaId id) {
    if (suspects.size() == MAX_SUSPECTS) {
      return this;
    }
    var more = new HashSet<>(suspects);
    more.add(id);
    return new Pass(startedAt, ages, part, after, more, clean);
  }

  /** Returns this pass after the original of an upload was found. */
  public Pass trusting(MediaId id) {
    if (!suspects.contains(id)) {
      return this;
    }
    var fewer = new HashSet<>(suspects);
    fewer.remove(id);
    return new Pass(startedAt, ages, part, after, fewer, clean);
  }

  /** Whether everything was looked at. */
  public boolean ended() {
    return part == Part.END;
  }
}
