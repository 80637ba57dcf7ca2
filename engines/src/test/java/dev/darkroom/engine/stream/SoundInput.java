package dev.darkroom.engine.stream;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.mp4.FragmentHead;
import dev.darkroom.codec.mp4.InitSegment;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackHeader;
import dev.darkroom.codec.mp4.TrackRun;
import dev.darkroom.engine.ffmpeg.InputWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The sound of a file as it goes into the engine.
 *
 * @param first when the first sample sounds in the input, in ticks
 * @param samples pieces of at most some 1000 frames, as they are to be written
 * @param bytes of all samples
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
record SoundInput(Track track, byte[] stsd, long first, List<TrackRun.Sample> samples, byte[] bytes)
    implements InputWriter {
  private static final int LEAD_SECONDS = 10;

  /** Frames of PCM that make one sample. */
  private static final int GROUP = 1024;

  static SoundInput of(Path path) throws Exception {
    byte[] file = Files.readAllBytes(path);
    Movie movie = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);
    Track track =
        movie.tracks().stream()
            .filter(each -> each.kind() == Track.Kind.AUDIO)
            .findFirst()
            .orElseThrow();
    var samples = new ArrayList<TrackRun.Sample>();
    byte[] bytes = new byte[Math.toIntExact(track.samples().bytes())];
    int at = 0;
    int frames = 0;
    long group = 0;
    int size = 0;
    SampleCursor cursor = track.samples().cursor();
    for (Sample next = cursor.next(); next != null; next = cursor.next()) {
      System.arraycopy(file, (int) next.offset(), bytes, at, next.size());
      at += next.size();
      size += next.size();
      group += next.duration();
      frames++;
      if (next.duration() > 1 || frames == GROUP) {
        samples.add(new TrackRun.Sample(size, group, true, 0));
        size = 0;
        group = 0;
        frames = 0;
      }
    }
    if (size > 0) {
      samples.add(new TrackRun.Sample(size, group, true, 0));
    }
    long media = track.presentation().pieces().getFirst().media();
    long from = track.presentation().pieces().getFirst().from();
    ByteReader entries = track.entries().fromStart();
    byte[] stsd = entries.bytes(entries.remaining());
    return new SoundInput(
        track, stsd, LEAD_SECONDS * track.timescale() + from - media, samples, bytes);
  }

  SoundRequest request() {
    SampleEntry.Sound sound = Objects.requireNonNull(Objects.requireNonNull(track.entry()).sound());
    return new SoundRequest(
        track.timescale(),
        LEAD_SECONDS * track.timescale(),
        sound.channels(),
        sound.sampleRate(),
        3600);
  }

  SoundInput startingLater(long ticks) {
    return new SoundInput(track, stsd, first + ticks, samples, bytes);
  }

  /** Puts a pause after a sample. */
  SoundInput pausing(int after, long ticks) {
    var longer = new ArrayList<>(samples);
    TrackRun.Sample last = longer.get(after);
    longer.set(after, new TrackRun.Sample(last.size(), last.duration() + ticks, true, 0));
    return new SoundInput(track, stsd, first, longer, bytes);
  }

  /** Replaces a part of the bytes by zeroes. */
  SoundInput damaged(int from, int to) {
    byte[] damaged = bytes.clone();
    Arrays.fill(damaged, from, Math.min(to, damaged.length), (byte) 0);
    return new SoundInput(track, stsd, first, samples, damaged);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(
        InitSegment.of(
            List.of(
                new InitTrack(
                    1, Track.Kind.AUDIO, track.timescale(), TrackHeader.of(1, 0, 0), stsd))));
    out.write(FragmentHead.of(1, List.of(new TrackRun(1, first, samples))));
    out.write(bytes);
  }
}
