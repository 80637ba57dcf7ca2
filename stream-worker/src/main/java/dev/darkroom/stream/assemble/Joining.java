package dev.darkroom.stream.assemble;

import dev.darkroom.codec.mp4.MovieIndex.IndexedTrack;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.stream.WorkFolder;
import dev.darkroom.stream.assemble.PartFeed.Opened;
import dev.darkroom.stream.read.SourceReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Writes the files of all rungs while it reads all parts, once. */
final class Joining {
  private final ObjectStore store;
  private final StreamPlan plan;
  private final WorkFolder work;
  private final SourceReader reader;
  private final @Nullable SoundFrames sound;
  private final List<Stretch> stretches;
  private final Deadline deadline;

  Joining(
      ObjectStore store,
      StreamPlan plan,
      WorkFolder work,
      SourceReader reader,
      @Nullable SoundFrames sound,
      Deadline deadline) {
    this.store = store;
    this.plan = plan;
    this.work = work;
    this.reader = reader;
    this.sound = sound;
    this.stretches = Stretch.of(plan, sound);
    this.deadline = deadline;
  }

  /**
   * The files of a stream.
   *
   * @param files in the order of the plan's rungs
   * @param tracks of the first file, with the tables of their samples
   * @param seconds length of the movie
   * @param codingMillis compute time that the segments took
   */
  record Joined(
      List<RungFile.Written> files, List<IndexedTrack> tracks, double seconds, long codingMillis) {}

  /**
   * Writes the files.
   *
   * @param keys of the rungs
   */
  Joined join(List<String> keys) throws IOException, InterruptedException, TimeoutException {
    Joined joined = join(keys, false);
    if (joined == null) {
      joined = join(keys, true);
    }
    if (joined == null) {
      throw new IllegalStateException("parameter sets in every segment fit any");
    }
    return joined;
  }

  /**
   * Returns null if the parameter sets of segments differ, and {@code inBand} is false. They do if
   * an encoder was replaced in between, or writes the rate of a segment's frames into them.
   */
  private @Nullable Joined join(List<String> keys, boolean inBand)
      throws IOException, InterruptedException, TimeoutException {
    var files = new ArrayList<RungFile>();
    var log = new SampleLog(plan.replacesVideo());
    try (var feed = new PartFeed(store, work, reader, sound, stretches)) {
      for (int i = 0; i < keys.size(); i++) {
        files.add(
            new RungFile(
                store.assemble(keys.get(i), PutOptions.rendition(StreamAssembler.FILE_TYPE)),
                plan.rungs().get(i),
                plan.picture().timescale(),
                sound,
                inBand,
                i == 0 ? log : new SampleLog(false)));
      }
      long codingMillis = 0;
      for (Opened next = feed.next(); next != null; next = feed.next()) {
        try (Opened opened = next) {
          deadline.check();
          if (!add(opened, end(opened, feed.peek()), files)) {
            return null;
          }
          codingMillis += opened.part() == null ? 0 : opened.part().codingMillis();
        }
      }
      double seconds = stretches.getLast().end() / (double) plan.picture().timescale();
      var written = new ArrayList<RungFile.Written>();
      for (RungFile file : files) {
        written.add(file.finish(seconds));
      }
      return new Joined(written, log.tracks(files.getFirst().tracks()), seconds, codingMillis);
    } finally {
      files.forEach(RungFile::close);
    }
  }

  /** When the pictures of a stretch begin: at once in the first, so that a player shows some. */
  private static long begin(Opened opened) {
    Stretch stretch = opened.stretch();
    return opened.part() == null || stretch.start() == 0
        ? stretch.start()
        : stretch.start() + opened.part().rungs().getFirst().first();
  }

  /** A frame lasts until the next one, also where frames are missing between two segments. */
  private static long end(Opened opened, @Nullable Opened next) {
    return next == null ? opened.stretch().end() : begin(next);
  }

  private boolean add(Opened opened, long end, List<RungFile> files) throws IOException {
    Part part = opened.part();
    long begin = begin(opened);
    if (part == null) {
      files.forEach(file -> file.add(opened.heard(), begin, end));
      return true;
    }
    if (part.rungs().size() != files.size()) {
      throw new IOException("a part of another plan");
    }
    for (int i = 0; i < files.size(); i++) {
      CodedRung frames = part.rungs().get(i);
      if (!files.get(i).fits(frames)) {
        return false;
      }
      var times = new FrameTimes(frames, opened.stretch().start(), begin, end);
      files.get(i).add(frames, times, opened.frames(), opened.heard(), end);
    }
    return true;
  }
}
