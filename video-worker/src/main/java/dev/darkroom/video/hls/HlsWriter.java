package dev.darkroom.video.hls;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.hls.MediaPlaylist;
import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.FragmentHead;
import dev.darkroom.codec.mp4.IndexCleaner;
import dev.darkroom.codec.mp4.InitSegment;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.SegmentIndex;
import dev.darkroom.codec.mp4.SoundEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.UserData;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.Assembly;
import dev.darkroom.stage.store.PartBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one fragmented MP4 and its playlist. A segment starts at a keyframe and has one or more
 * fragments, each with a few megabytes of video and the audio of the same time.
 */
public final class HlsWriter {
  /** The target duration that Apple's HLS Authoring Specification recommends. */
  private static final double SEGMENT_SECONDS = 6;

  /** Sound that lasts longer than the pictures by no more than this has no segment of its own. */
  private static final double REST_SECONDS = 1;

  /** A fragment ends once one of its tracks has this many bytes or samples. */
  private static final long FRAGMENT_BYTES = 4 << 20;

  private static final int FRAGMENT_SAMPLES = 2000;

  /** Bytes copied at once. */
  private static final int SLICE = 1 << 20;

  /** Offset of the dates in tkhd, after version and flags (8.3.2). */
  private static final int TKHD_DATES = 4;

  /** Offset of the duration in tkhd, after version, flags, two times, id and 4 bytes (8.3.2). */
  private static final int TKHD_DURATION = 20;

  private static final int WIDE_TKHD_DURATION = 28;

  private final Mp4Source original;
  private final TrackFeed video;
  private final @Nullable TrackFeed audio;
  private final UserData userData;
  private final Deadline budget;

  /**
   * @param original source of the samples, read roughly from start to end
   * @param userData what is replaced in them
   * @param audio absent if the video has no audio that a stream can hold
   */
  public HlsWriter(
      Mp4Source original,
      StreamTrack video,
      @Nullable StreamTrack audio,
      UserData userData,
      Deadline budget)
      throws Malformed {
    this.original = original;
    this.userData = userData;
    this.budget = budget;
    // No sample of a stream may be decoded before it starts.
    double lead = Math.max(video.lead(), audio == null ? 0 : audio.lead());
    this.video = new TrackFeed(video, lead);
    this.audio = audio == null ? null : new TrackFeed(audio, lead);
  }

  /**
   * @param playlist text of the m3u8 file
   * @param size of the MP4, in bytes
   */
  public record Written(String playlist, long size) {}

  /**
   * Writes the whole MP4. The caller completes the assembly.
   *
   * @param file name of the MP4 in the playlist
   * @throws TimeoutException when the time budget is used up
   */
  public Written write(Assembly assembly, String file)
      throws IOException, Malformed, TimeoutException {
    var parts = new PartBuffer(assembly);
    var segments = new ArrayList<MediaPlaylist.Segment>();
    long sequence = 1;
    double began = 0;
    while (hasMore()) {
      boolean continues = sequence == 1 || !video.jumps();
      long from = parts.total();
      boolean first = true;
      while (hasMore() && (first || !endsSegment(began))) {
        budget.check();
        writeFragment(sequence++, began, first, parts);
        first = false;
      }
      double end = position();
      segments.add(new MediaPlaylist.Segment(end - began, from, parts.total() - from, continues));
      began = end;
    }
    byte[] init = InitSegment.of(tracks(), began);
    byte[] index = index(segments);
    parts.finish(joined(init, index));
    long head = init.length + (long) index.length;
    return new Written(
        MediaPlaylist.of(file, init.length, moved(segments, head)), head + parts.total());
  }

  private byte[] index(List<MediaPlaylist.Segment> segments) {
    long timescale = video.track().timescale();
    var entries = new ArrayList<SegmentIndex.Segment>();
    double end = 0;
    for (MediaPlaylist.Segment segment : segments) {
      // Rounded sums, so that errors do not add up.
      long from = Math.round(end * timescale);
      end += segment.seconds();
      entries.add(new SegmentIndex.Segment(segment.length(), Math.round(end * timescale) - from));
    }
    return SegmentIndex.of(video.track().id(), timescale, 0, entries);
  }

  private static byte[] joined(byte[] init, byte[] index) {
    return new BoxWriter().bytes(init).bytes(index).toByteArray();
  }

  private static List<MediaPlaylist.Segment> moved(List<MediaPlaylist.Segment> segments, long by) {
    return segments.stream()
        .map(
            it ->
                new MediaPlaylist.Segment(
                    it.seconds(), it.offset() + by, it.length(), it.continues()))
        .toList();
  }

  private boolean hasMore() {
    return video.ready() || (audio != null && audio.ready());
  }

  /** Returns how far the stream is written, in seconds. Sound may be longer than the pictures. */
  private double position() {
    return video.ready() || audio == null
        ? video.seconds()
        : Math.max(video.seconds(), audio.seconds());
  }

  private boolean endsSegment(double began) {
    if (audio != null && audio.ready() && audio.seconds() < soundUntil(began)) {
      return false;
    }
    return !video.ready() || startsSegment(began);
  }

  private boolean startsSegment(double began) {
    return video.ready()
        && video.keyframe()
        && (video.seconds() - began >= SEGMENT_SECONDS || video.jumps());
  }

  /** Returns up to when sound belongs into what is being written. */
  private double soundUntil(double began) {
    return video.ready()
        ? video.seconds()
        : Math.max(video.seconds() + REST_SECONDS, began + SEGMENT_SECONDS);
  }

  private void writeFragment(long sequence, double began, boolean opens, PartBuffer parts)
      throws IOException, Malformed {
    while (video.ready()
        && hasRoom(video)
        && ((opens && video.count() == 0) || !startsSegment(began))) {
      video.take();
    }
    while (audio != null
        && audio.ready()
        && hasRoom(audio)
        && (audio.count() == 0 || !audio.jumps())
        && audio.seconds() < soundUntil(began)) {
      audio.take();
    }
    List<TrackFeed.Run> runs =
        Stream.of(video.drain(), audio == null ? null : audio.drain())
            .filter(run -> run != null)
            .toList();
    long bytes =
        runs.stream()
            .flatMap(run -> run.ranges().stream())
            .mapToLong(TrackFeed.Range::length)
            .sum();
    if (parts.total() + bytes > 2 * original.size() + SLICE) {
      throw new Malformed(original.size(), "samples that overlap");
    }
    parts.write(FragmentHead.of(sequence, runs.stream().map(TrackFeed.Run::run).toList()));
    copy(runs, parts);
  }

  private static boolean hasRoom(TrackFeed feed) {
    return feed.bytes() < FRAGMENT_BYTES && feed.count() < FRAGMENT_SAMPLES;
  }

  private void copy(List<TrackFeed.Run> runs, PartBuffer parts) throws IOException, Malformed {
    for (TrackFeed.Run run : runs) {
      for (TrackFeed.Range range : run.ranges()) {
        for (long at = 0; at < range.length(); at += SLICE) {
          int some = (int) Math.min(SLICE, range.length() - at);
          long from = range.from() + at;
          byte[] bytes = original.read(from, some).bytes(some);
          userData.blank(from, bytes);
          parts.write(bytes);
        }
      }
    }
  }

  private List<InitTrack> tracks() throws Malformed {
    var tracks = new ArrayList<InitTrack>();
    tracks.add(init(video));
    if (audio != null) {
      tracks.add(init(audio));
    }
    return tracks;
  }

  private static InitTrack init(TrackFeed feed) throws Malformed {
    Track track = feed.track();
    return new InitTrack(
        track.id(),
        track.kind(),
        track.timescale(),
        header(track),
        track.kind() == Track.Kind.AUDIO
            ? SoundEntry.of(track, feed.entry())
            : IndexCleaner.entry(track, feed.entry()));
  }

  /**
   * Returns the track's header without its dates, with the duration left to the fragments, and with
   * the whole orientation, part of which the original may have in its movie header.
   */
  private static byte[] header(Track track) throws Malformed {
    ByteReader in = track.header().fromStart();
    byte[] tkhd = in.bytes(in.remaining());
    boolean wide = tkhd[0] == 1;
    int duration = wide ? WIDE_TKHD_DURATION : TKHD_DURATION;
    Arrays.fill(tkhd, TKHD_DATES, TKHD_DATES + (wide ? 16 : 8), (byte) 0);
    Arrays.fill(tkhd, duration, duration + (wide ? 8 : 4), (byte) 0);
    track.orientation().write(ByteBuffer.wrap(tkhd).position(duration + (wide ? 24 : 20)));
    return tkhd;
  }
}
