package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.FragmentHead;
import dev.darkroom.codec.mp4.InitSegment;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.PictureEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackHeader;
import dev.darkroom.codec.mp4.TrackRun;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a fragmented MP4 with a fragment for each frame, whose time is the frame's number. */
final class FrameWriter {
  private static final long TRACK = 1;
  private static final int TIMESCALE = 25;

  private final OutputStream out;

  FrameWriter(OutputStream out, CodecSetup setup) throws IOException {
    this.out = out;
    out.write(
        InitSegment.of(
            List.of(
                new InitTrack(
                    TRACK,
                    Track.Kind.VIDEO,
                    TIMESCALE,
                    TrackHeader.of(TRACK, setup.width(), setup.height()),
                    PictureEntry.of(
                        setup.type(),
                        setup.width(),
                        setup.height(),
                        setup.depth(),
                        setup.configurations())))));
  }

  void write(int index, byte[] frame) throws IOException {
    var sample = new TrackRun.Sample(frame.length, 1, true, 0);
    out.write(FragmentHead.of(index + 1L, List.of(new TrackRun(TRACK, index, List.of(sample)))));
    out.write(frame);
    out.flush();
  }
}
