package dev.darkroom.stream.assemble;

import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.MovieIndex.IndexedTrack;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.TableWriter;
import dev.darkroom.codec.mp4.TrackRun;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects where the samples of a file lie, if somebody needs to know. */
final class SampleLog {
  private final boolean wanted;
  private final Map<Long, TableWriter> tables = new TreeMap<>();

  SampleLog(boolean wanted) {
    this.wanted = wanted;
  }

  /**
   * Adds the samples of a fragment.
   *
   * @param from where the first run's bytes start; those of the others follow
   */
  void add(List<TrackRun> runs, long from) {
    long offset = from;
    for (TrackRun run : runs) {
      if (!wanted) {
        return;
      }
      TableWriter table = tables.computeIfAbsent(run.trackId(), _ -> new TableWriter());
      long time = run.time();
      for (TrackRun.Sample sample : run.samples()) {
        table.add(
            new Sample(
                offset,
                sample.size(),
                time,
                sample.duration(),
                sample.compositionOffset(),
                sample.keyframe(),
                1));
        offset += sample.size();
        time += sample.duration();
      }
    }
  }

  /** Returns the tracks with the tables of their samples. */
  List<IndexedTrack> tracks(List<InitTrack> tracks) {
    return tracks.stream()
        .map(
            track ->
                new IndexedTrack(track, tables.computeIfAbsent(track.id(), _ -> new TableWriter())))
        .toList();
  }
}
