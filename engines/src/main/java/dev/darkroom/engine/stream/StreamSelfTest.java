package dev.darkroom.engine.stream;

import dev.darkroom.codec.mp4.FragmentHead;
import dev.darkroom.codec.mp4.InitSegment;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.mp4.PictureEntry;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackHeader;
import dev.darkroom.codec.mp4.TrackRun;
import dev.darkroom.engine.ffmpeg.EngineFault;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import dev.darkroom.engine.ffmpeg.ProcessLimits;
import dev.darkroom.engine.stream.StreamResult.Absent;
import dev.darkroom.engine.stream.StreamResult.Coded;
import dev.darkroom.engine.stream.StreamResult.Stopped;
import dev.darkroom.engine.stream.StreamResult.Written;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds out with which encoder an engine codes H.264, by coding two tiny frames. Tests at the first
 * question, once in the life of the JVM.
 */
final class StreamSelfTest {
  private static final ProcessLimits LIMITS =
      new ProcessLimits(Duration.ofSeconds(20), 20, 3L << 30, 1 << 20, 1 << 20);

  private static final int EDGE = 64;
  private static final int FRAMES = 2;
  private static final int RATE = 25;

  /** PQ with the colors of BT.2020. */
  private static final Color HIGH_RANGE = new Color(9, 16, 9, false);

  private final StreamCoder coder;
  private @Nullable Answer answer;

  StreamSelfTest(StreamCoder coder) {
    this.coder = coder;
  }

  /**
   * What an engine can do.
   *
   * @param encoder null if there is none
   * @param why reason why there is none
   */
  record Answer(@Nullable VideoEncoder encoder, String why, boolean mapsTones) {}

  /**
   * Returns what the engine can do.
   *
   * @throws EngineFault if it cannot answer now; the next question is tested again
   */
  synchronized Answer answer() throws InterruptedException {
    if (answer == null) {
      answer = test();
    }
    return answer;
  }

  private Answer test() throws InterruptedException {
    var reasons = new ArrayList<String>();
    for (VideoEncoder encoder : VideoEncoder.values()) {
      String why = outcome(new Answer(encoder, "", false), null);
      if (why.isEmpty()) {
        boolean tones = outcome(new Answer(encoder, "", true), HIGH_RANGE).isEmpty();
        return new Answer(encoder, "", tones);
      }
      reasons.add(encoder + ": " + why);
    }
    return new Answer(null, String.join("; ", reasons), false);
  }

  /** Returns why coding failed; empty if it did not. */
  private String outcome(Answer assumed, @Nullable Color color) throws InterruptedException {
    SegmentRequest request =
        new SegmentRequest(
            RATE,
            RATE,
            FRAMES,
            Orientation.NONE,
            false,
            color,
            RATE,
            List.of(new Size(EDGE, EDGE), new Size(EDGE / 2, EDGE / 2)));
    try {
      return switch (coder.codeUntested(request, assumed, StreamSelfTest::write, LIMITS)) {
        case Coded coded -> "";
        case Written written -> "";
        case Absent(String why) -> "does not start: " + lastLine(why);
        case Stopped(Reason reason, String detail) when reason == Reason.TOOK_TOO_LONG ->
            throw new EngineFault("the engine did not answer in time: " + lastLine(detail));
        case Stopped(Reason reason, String detail) -> reason + ", " + lastLine(detail);
      };
    } catch (IOException e) {
      throw new IllegalStateException("an input in memory cannot fail", e);
    }
  }

  /** Writes gray frames of three bytes a pixel, as QuickTime stores them. */
  private static void write(OutputStream out) throws IOException {
    int size = EDGE * EDGE * 3;
    out.write(
        InitSegment.of(
            List.of(
                new InitTrack(
                    1,
                    Track.Kind.VIDEO,
                    RATE,
                    TrackHeader.of(1, EDGE, EDGE),
                    PictureEntry.of("raw ", EDGE, EDGE, PictureEntry.COLOR, Map.of())))));
    var frame = new TrackRun.Sample(size, 1, true, 0);
    out.write(
        FragmentHead.of(1, List.of(new TrackRun(1, RATE, Collections.nCopies(FRAMES, frame)))));
    byte[] pixels = new byte[size * FRAMES];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i / FRAMES / EDGE);
    }
    out.write(pixels);
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }
}
