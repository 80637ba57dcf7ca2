package dev.darkroom.video.hls;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.FragmentHead;
import dev.darkroom.codec.mp4.InitSegment;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.Assembly;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes one fragmented MP4. A segment starts at a keyframe and has one fragment or more, each with
 * a few megabytes of pictures and the sound of their time.
 */
public final class HlsWriter {
  /** RFC 8216 advises six ("Server and Client Responsibilities", 6.2.1 and appendix). */
  private static final double SEGMENT_SECONDS = 6;

  private static final long FRAGMENT_BYTES = 4 << 20;
  private static final int FRAGMENT_SAMPLES = 2000;
  private static final int SLICE = 1 << 20;

  /** version, flags, and the two times: tkhd's id and duration lie behind (8.3.2). */
  private static final int TKHD_DURATION = 20;

  private static final int WIDE_TKHD_DURATION = 28;

  private final Mp4Source original;
  private final TrackFeed video;
  private final @Nullable TrackFeed sound;
  private final Deadline budget;
  private List<TrackFeed.Run> pending = List.of();

  /**
   * @param original read from its start to its end, more or less
   * @param sound absent where there is none that a stream can have
   */
  public HlsWriter(Mp4Source original, Track video, @Nullable Track sound, Deadline budget)
      throws Malformed {
    this.original = original;
    this.budget = budget;
    TrackStart start = TrackStart.ofVideo(video);
    double earlier = video.seconds(video.editStart() - start.origin());
    this.video = new TrackFeed(video, start);
    double lead = video.seconds(start.lead());
    this.sound =
        sound == null ? null : new TrackFeed(sound, TrackStart.ofSound(sound, earlier, lead));
  }

  /**
   * @param playlist text of the m3u8 file
   * @param size of the MP4, in bytes
   */
  public record Written(String playlist, long size) {}

  /**
   * Writes all but the completion.
   *
   * @param file name of the MP4, as the playlist has it
   * @throws TimeoutException once the budget is used up
   */
  public Written write(Assembly assembly, String file)
      throws IOException, Malformed, TimeoutException {
    var parts = new PartBuffer(assembly);
    parts.write(InitSegment.of(tracks()));
    var playlist = new MediaPlaylist(file, parts.total());
    long sequence = 1;
    while (left()) {
      long from = parts.total();
      double began = video.seconds();
      boolean first = true;
      while (left() && (first || !startsSegment(began))) {
        budget.check();
        parts.write(fragment(sequence++, began, parts));
        copy(parts);
        first = false;
      }
      playlist.add(video.seconds() - began, from, parts.total() - from);
    }
    parts.finish();
    return new Written(playlist.text(), parts.total());
  }

  private boolean left() {
    return video.ready() || (sound != null && sound.ready());
  }

  private boolean startsSegment(double began) {
    return video.ready() && video.keyframe() && video.seconds() - began >= SEGMENT_SECONDS;
  }

  /** The next fragment's head; its samples are pending then. */
  private byte[] fragment(long sequence, double began, PartBuffer parts) throws Malformed {
    while (video.ready() && room(video) && (video.count() == 0 || !startsSegment(began))) {
      video.take();
    }
    double until = video.ready() ? video.seconds() : Double.MAX_VALUE;
    while (sound != null && sound.ready() && room(sound) && sound.seconds() < until) {
      sound.take();
    }
    pending =
        Stream.of(video.drain(), sound == null ? null : sound.drain())
            .filter(run -> run != null)
            .toList();
    long bytes =
        pending.stream()
            .flatMap(run -> run.ranges().stream())
            .mapToLong(TrackFeed.Range::length)
            .sum();
    if (parts.total() + bytes > 2 * original.size() + SLICE) {
      throw new Malformed(original.size(), "samples that overlap");
    }
    return FragmentHead.of(sequence, pending.stream().map(TrackFeed.Run::run).toList());
  }

  private static boolean room(TrackFeed feed) {
    return feed.bytes() < FRAGMENT_BYTES && feed.count() < FRAGMENT_SAMPLES;
  }

  private void copy(PartBuffer parts) throws IOException, Malformed {
    for (TrackFeed.Run run : pending) {
      for (TrackFeed.Range range : run.ranges()) {
        for (long at = 0; at < range.length(); at += SLICE) {
          int some = (int) Math.min(SLICE, range.length() - at);
          ByteReader bytes = original.read(range.from() + at, some);
          parts.write(bytes.bytes(some));
        }
      }
    }
  }

  private List<InitTrack> tracks() throws Malformed {
    var tracks = new ArrayList<InitTrack>();
    tracks.add(init(video.track()));
    if (sound != null) {
      tracks.add(init(sound.track()));
    }
    return tracks;
  }

  private static InitTrack init(Track track) throws Malformed {
    return new InitTrack(
        track.id(), track.kind(), track.timescale(), header(track), all(track.entries()));
  }

  /** The track's own, with its rotation; but its duration is that of the fragments. */
  private static byte[] header(Track track) throws Malformed {
    byte[] tkhd = all(track.header());
    boolean wide = tkhd[0] == 1;
    int at = wide ? WIDE_TKHD_DURATION : TKHD_DURATION;
    for (int i = 0; i < (wide ? 8 : 4); i++) {
      tkhd[at + i] = 0;
    }
    return tkhd;
  }

  private static byte[] all(ByteReader view) throws Malformed {
    ByteReader in = view.fromStart();
    return in.bytes(in.remaining());
  }
}
