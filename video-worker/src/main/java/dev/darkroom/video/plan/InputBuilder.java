package dev.darkroom.video.plan;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.FragmentHead;
import dev.darkroom.codec.mp4.IndexCleaner;
import dev.darkroom.codec.mp4.InitSegment;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackHeader;
import dev.darkroom.codec.mp4.TrackRun;
import dev.darkroom.stage.stream.StreamInput;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes what precedes the samples of an input: a movie of one track, and one fragment's head. */
final class InputBuilder {
  private final Track track;
  private final long timescale;
  private final Map<Integer, byte[]> starts = new HashMap<>();

  /**
   * @param timescale of the inputs, in ticks per second
   */
  InputBuilder(Track track, long timescale) {
    this.track = track;
    this.timescale = timescale;
  }

  /**
   * Builds an input.
   *
   * @param entry number of the samples' entry, from 1
   * @param ranges of the source that hold the samples
   */
  StreamInput input(int entry, TrackRun run, List<StreamInput.Range> ranges) throws Malformed {
    byte[] start = starts.get(entry);
    if (start == null) {
      start = start(entry);
      starts.put(entry, start);
    }
    var head = new ByteArrayOutputStream();
    head.writeBytes(start);
    head.writeBytes(FragmentHead.of(1, List.of(run)));
    return new StreamInput(head.toByteArray(), ranges);
  }

  private byte[] start(int number) throws Malformed {
    SampleEntry entry = track.entry(number);
    byte[] header = TrackHeader.of(1, entry.width(), entry.height());
    byte[] stsd = IndexCleaner.entry(track, number);
    return InitSegment.of(List.of(new InitTrack(1, track.kind(), timescale, header, stsd)));
  }
}
