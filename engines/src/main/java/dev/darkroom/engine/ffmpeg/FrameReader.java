package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the frames out of a process's output by the descriptions in its log.
 *
 * @param fullRange values that the samples use
 */
record FrameReader(FrameLog log, EngineLimits limits, boolean fullRange) {
  FrameReader(FrameLog log, EngineLimits limits, FrameRequest request) {
    this(log, limits, request.toneMap() == null && request.range().isFull());
  }

  /**
   * Reads frames and hands them to a sink until there are no more.
   *
   * @param from lowest index that was given to this process
   * @return indices of the frames handed on
   */
  List<Integer> read(EngineProcess process, int from, FrameSink sink)
      throws IOException, InterruptedException {
    var came = new ArrayList<Integer>();
    InputStream out = process.output();
    long last = from - 1L;
    FrameInfo info = log.next();
    while (info != null && !process.wasKilled()) {
      PixelLayout layout = info.layout();
      if (layout == null) {
        process.kill(Reason.FAILED);
        break;
      }
      if ((long) info.width() * info.height() > limits.framePixels()) {
        process.kill(Reason.TOO_LARGE);
        break;
      }
      RawFrame frame = frame(out, info, layout);
      if (frame == null) {
        break;
      }
      // Drops a second picture of the same frame, such as a second field.
      if (info.index() > last && info.index() < limits.frames()) {
        last = info.index();
        came.add((int) last);
        sink.accept((int) last, frame);
      }
      info = log.next();
    }
    return came;
  }

  /** Reads a frame; null if the process ends in the middle of it. */
  private @Nullable RawFrame frame(InputStream out, FrameInfo info, PixelLayout layout)
      throws IOException {
    var planes = new ArrayList<Plane>();
    for (int i = 0; i < layout.planes(); i++) {
      int width = layout.width(i, info.width());
      int height = layout.height(i, info.height());
      byte[] samples = new byte[width * height];
      if (out.readNBytes(samples, 0, samples.length) < samples.length) {
        return null;
      }
      planes.add(new Plane(samples, width, height));
    }
    Color coded = info.color();
    return new RawFrame(
        layout,
        planes,
        info.coded(),
        new Color(coded.primaries(), coded.transfer(), coded.matrix(), fullRange));
  }
}
