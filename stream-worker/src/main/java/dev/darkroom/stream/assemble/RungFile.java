package dev.darkroom.stream.assemble;

import dev.darkroom.codec.hls.MediaPlaylist.Segment;
import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.FragmentHead;
import dev.darkroom.codec.mp4.InitSegment;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.SegmentIndex;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackHeader;
import dev.darkroom.codec.mp4.TrackRun;
import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.stage.store.Assembly;
import dev.darkroom.stage.store.PartBuffer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the file of one rung: a fragmented MP4 with a segment index. A segment has a fragment for
 * every second, so that pictures and sound of the same time lie side by side.
 */
final class RungFile implements AutoCloseable {
  private static final int TRACK = 1;

  /** Bytes copied at once. */
  private static final int SLICE = 64 << 10;

  private final Rung rung;
  private final long timescale;
  private final @Nullable SoundFrames sound;
  private final boolean inBand;
  private final Assembly assembly;
  private final PartBuffer file;
  private final List<Segment> segments = new ArrayList<>();
  private final List<SegmentIndex.Segment> index = new ArrayList<>();
  private final SampleLog log;
  private byte @Nullable [] configuration;
  private int sequence = 1;

  /**
   * @param timescale ticks per second of the movie
   * @param inBand whether parameter sets differ from segment to segment
   * @param log learns where all samples lie, from the end of the file's head
   */
  RungFile(
      Assembly assembly,
      Rung rung,
      long timescale,
      @Nullable SoundFrames sound,
      boolean inBand,
      SampleLog log) {
    this.assembly = assembly;
    this.file = new PartBuffer(assembly);
    this.rung = rung;
    this.timescale = timescale;
    this.sound = sound;
    this.inBand = inBand;
    this.log = log;
  }

  /**
   * What was written.
   *
   * @param init length of the initialization segment, in bytes
   * @param head length of all that precedes the first segment, in bytes
   */
  record Written(
      String etag, long size, int init, int head, List<Segment> segments, String codecs) {}

  /** Whether frames can follow those before without other parameter sets. */
  boolean fits(CodedRung frames) {
    return inBand || configuration == null || Arrays.equals(configuration, frames.configuration());
  }

  /**
   * Adds a segment.
   *
   * @param frames its frames' bytes come next in the stream
   * @param times of the frames
   * @param heard sound of the same time
   */
  void add(CodedRung frames, FrameTimes times, InputStream bytes, SoundSlice heard, long end)
      throws IOException {
    if (configuration == null) {
      configuration = frames.configuration();
    }
    byte[] sets = inBand ? Configuration.parameterSets(frames.configuration()) : new byte[0];
    long from = file.total();
    int frame = 0;
    int note = heard.from();
    while (frame < times.count()) {
      int nextFrame = after(times, frame);
      int nextNote =
          nextFrame == times.count()
              ? heard.to()
              : before(times.decoded(nextFrame), note, heard.to());
      List<TrackRun.Sample> samples = new ArrayList<>(times.samples(frame, nextFrame));
      long coded = samples.stream().mapToLong(TrackRun.Sample::size).sum();
      byte[] prefix = frame == 0 ? sets : new byte[0];
      samples.set(0, longer(samples.getFirst(), prefix.length));
      head(new TrackRun(TRACK, times.decoded(frame), samples), note, nextNote);
      file.write(prefix);
      copy(bytes, coded);
      sound(heard, note, nextNote);
      frame = nextFrame;
      note = nextNote;
    }
    close(from, times.decoded(0), end);
  }

  /** Adds a segment of nothing but sound. */
  void add(SoundSlice heard, long start, long end) {
    long from = file.total();
    head(null, heard.from(), heard.to());
    sound(heard, heard.from(), heard.to());
    close(from, start, end);
  }

  /** Returns the first frame that is decoded a second later or more. */
  private int after(FrameTimes times, int frame) {
    int next = frame + 1;
    while (next < times.count() && times.decoded(next) < times.decoded(frame) + timescale) {
      next++;
    }
    return next;
  }

  /** Returns the end of the sound that begins before a time. */
  private int before(long time, int from, int to) {
    return sound == null ? to : Math.min(to, sound.at(from, time, timescale));
  }

  private static TrackRun.Sample longer(TrackRun.Sample sample, int by) {
    return new TrackRun.Sample(
        sample.size() + by, sample.duration(), sample.keyframe(), sample.compositionOffset());
  }

  private void head(@Nullable TrackRun pictures, int note, int nextNote) {
    var runs = new ArrayList<TrackRun>();
    if (pictures != null) {
      runs.add(pictures);
    }
    if (sound != null && nextNote > note) {
      runs.add(sound.run(note, nextNote));
    }
    file.write(FragmentHead.of(sequence++, runs));
    log.add(runs, file.total());
  }

  private void copy(InputStream bytes, long length) throws IOException {
    byte[] slice = new byte[SLICE];
    for (long left = length; left > 0; ) {
      int read = bytes.read(slice, 0, (int) Math.min(SLICE, left));
      if (read < 0) {
        throw new EOFException("the connection ended before the part did");
      }
      file.write(slice, 0, read);
      left -= read;
    }
  }

  private void sound(SoundSlice heard, int note, int nextNote) {
    if (sound != null && nextNote > note) {
      file.write(heard.bytes(), sound.bytes(heard.from(), note), sound.bytes(note, nextNote));
    }
  }

  private void close(long from, long start, long end) {
    long bytes = file.total() - from;
    segments.add(new Segment((end - start) / (double) timescale, from, bytes, true));
    index.add(new SegmentIndex.Segment(bytes, end - start));
  }

  /**
   * Writes the head, and completes the file.
   *
   * @param seconds length of the movie
   */
  Written finish(double seconds) {
    byte[] init = InitSegment.of(tracks(), seconds);
    byte[] sidx = SegmentIndex.of(TRACK, timescale, 0, index);
    file.finish(new BoxWriter().bytes(init).bytes(sidx).toByteArray());
    int head = init.length + sidx.length;
    return new Written(
        assembly.complete().etag(),
        head + file.total(),
        init.length,
        head,
        segments.stream()
            .map(it -> new Segment(it.seconds(), it.offset() + head, it.length(), true))
            .toList(),
        codecs());
  }

  /** The tracks, as they are announced. */
  List<InitTrack> tracks() {
    var tracks = new ArrayList<InitTrack>();
    byte[] entry = Configuration.entry(configuration(), rung.width(), rung.height(), inBand);
    tracks.add(
        new InitTrack(
            TRACK,
            Track.Kind.VIDEO,
            timescale,
            TrackHeader.of(TRACK, rung.width(), rung.height()),
            entry));
    if (sound != null) {
      tracks.add(sound.init());
    }
    return tracks;
  }

  private String codecs() {
    String pictures = Configuration.codec(configuration(), inBand);
    return sound == null ? pictures : pictures + "," + sound.codec();
  }

  private byte[] configuration() {
    if (configuration == null) {
      throw new IllegalStateException("nothing was written");
    }
    return configuration;
  }

  @Override
  public void close() {
    assembly.close();
  }
}
