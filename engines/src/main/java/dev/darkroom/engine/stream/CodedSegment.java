package dev.darkroom.engine.stream;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import dev.darkroom.engine.stream.StreamResult.Coded;
import dev.darkroom.engine.stream.StreamResult.Stopped;
import java.io.IOException;
import java.util.List;

/** Checks that what ffmpeg made of a segment is what was asked for. */
final class CodedSegment {
  private CodedSegment() {}

  /**
   * @param detail the engine's last messages
   */
  static StreamResult check(byte[] file, SegmentRequest request, String detail) throws IOException {
    try {
      Movie movie = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);
      if (movie.tracks().stream().allMatch(track -> track.samples().count() == 0)) {
        return new Stopped(Reason.DAMAGED, detail);
      }
      String fault = fault(movie.tracks(), request);
      return fault.isEmpty()
          ? new Coded(file, movie)
          : new Stopped(Reason.FAILED, fault + "\n" + detail);
    } catch (Malformed e) {
      return new Stopped(Reason.FAILED, "what came out is no MP4: " + e.getMessage());
    }
  }

  /** Returns what is wrong; empty if nothing is. */
  private static String fault(List<Track> tracks, SegmentRequest request) throws Malformed {
    if (tracks.size() != request.rungs().size()) {
      return tracks.size() + " tracks came out";
    }
    for (int i = 0; i < tracks.size(); i++) {
      Track track = tracks.get(i);
      SampleEntry entry = track.entry();
      if (entry == null
          || !new Size(entry.width(), entry.height()).equals(request.rungs().get(i))) {
        return "track " + i + " has another size";
      }
      if (track.timescale() != request.timescale()) {
        return "track " + i + " has another timescale";
      }
      if (track.samples().count() != tracks.getFirst().samples().count()) {
        return "track " + i + " has another number of frames";
      }
      Sample first = track.samples().cursor().next();
      if (first == null || !first.keyframe()) {
        return "track " + i + " does not start with a keyframe";
      }
    }
    return "";
  }
}
