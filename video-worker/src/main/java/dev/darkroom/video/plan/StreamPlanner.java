package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.stream.WorkFolder;
import dev.darkroom.video.still.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Plans the stream of a movie, and stores what its tasks are to code. */
public final class StreamPlanner {
  /** Most bytes of all inputs: twelve hours of 60 frames per second, all apart. */
  private static final int MAX_INPUTS = 128 << 20;

  private final ObjectStore store;
  private final StreamPolicy policy;

  public StreamPlanner(ObjectStore store, StreamPolicy policy) {
    this.store = store;
    this.policy = policy;
  }

  /** A plan, or why there is none. */
  public sealed interface Planned {
    /**
     * @param soundless why the stream lacks the movie's sound; null if it does not
     */
    record Ready(StreamPlan plan, @Nullable Rejection soundless) implements Planned {}

    record Impossible(Rejection reason) implements Planned {}
  }

  /** What the policy says of a movie. */
  public enum Verdict {
    CODED,
    /** Browsers play it as it is. */
    NOT_NEEDED,
    /** Browsers do not play it as it is, and streams are switched off. */
    SWITCHED_OFF
  }

  /** Tells whether a movie is to be coded. */
  public Verdict verdict(Movie movie, Track pictures) {
    if (policy.when() == StreamPolicy.When.ALWAYS) {
      return Verdict.CODED;
    }
    if (Playable.is(movie, pictures)) {
      return Verdict.NOT_NEEDED;
    }
    return policy.when() == StreamPolicy.When.NEVER ? Verdict.SWITCHED_OFF : Verdict.CODED;
  }

  /**
   * Plans a movie.
   *
   * @param movie with all its samples
   * @param pictures the track that players show, with keyframes that are true
   * @param shown size that people see, in square pixels
   * @throws TimeoutException when the time is up
   */
  public Planned plan(
      StreamPlan.Source source,
      Movie movie,
      Track pictures,
      Size shown,
      WorkFolder work,
      Deadline until)
      throws Malformed, TimeoutException {
    List<SampleEntry> entries = SampleEntries.of(pictures);
    if (entries.isEmpty() || entries.stream().anyMatch(SampleEntry::encrypted)) {
      return new Planned.Impossible(
          Rejection.of(entries.isEmpty() ? ErrorCode.CORRUPT_FILE : ErrorCode.ENCRYPTED));
    }
    var inputs = new InputsObject(MAX_INPUTS);
    var segments = new ArrayList<StreamPlan.Segment>();
    Rejection reason =
        SegmentPlanner.plan(
            pictures,
            source.size(),
            until,
            (input, start, length) -> {
              StreamPlan.Slice slice = inputs.add(input);
              return slice != null && segments.add(new StreamPlan.Segment(slice, start, length));
            });
    if (reason != null) {
      return new Planned.Impossible(reason);
    }
    SoundPlanner.Planned sound = sound(movie, source.size(), until);
    StreamPlan.Sound heard = null;
    if (sound instanceof SoundPlanner.Planned.Ready ready) {
      StreamPlan.Slice slice = inputs.add(ready.input());
      if (slice == null) {
        return new Planned.Impossible(Rejection.of(ErrorCode.TOO_LONG));
      }
      heard = ready.described(slice);
    }
    long timescale = StreamClock.ofPictures(pictures.timescale()).stream();
    var plan =
        new StreamPlan(
            StreamPlan.SCHEMA,
            source,
            inputs.store(store, work),
            PictureFacts.of(pictures, entries.getFirst(), timescale),
            Ladder.of(shown, policy.lines()),
            segments,
            heard,
            !Playable.is(movie, pictures));
    return new Planned.Ready(
        plan, sound instanceof SoundPlanner.Planned.Impossible(Rejection why) ? why : null);
  }

  private static SoundPlanner.Planned sound(Movie movie, long size, Deadline until)
      throws Malformed, TimeoutException {
    return switch (SoundTrack.of(movie)) {
      case SoundTrack.Found found -> SoundPlanner.plan(found, size, until);
      case SoundTrack.None() -> new SoundPlanner.Planned.Silent();
      case SoundTrack.Unknown(Rejection reason) -> new SoundPlanner.Planned.Impossible(reason);
    };
  }
}
