package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import java.util.ArrayList;
import java.util.List;

/** Builds the arguments by which ffmpeg decodes keyframes. */
final class FrameArguments {
  private FrameArguments() {}

  static List<String> of(FrameRequest request, EngineLimits limits) {
    var arguments = new ArrayList<String>();
    // The filter showinfo logs at level "info".
    arguments.addAll(List.of("-v", "info"));
    // Keeps the frames' times, which are their numbers.
    arguments.add("-copyts");
    arguments.addAll(List.of("-threads", String.valueOf(limits.threads())));
    arguments.addAll(List.of("-max_pixels", String.valueOf(limits.framePixels())));
    // Without an IDR picture, ffmpeg takes the first frames of H.264 for corrupt and drops them.
    arguments.addAll(List.of("-flags", "+output_corrupt"));
    // Otherwise ffmpeg probes: it would wait for later frames and decode the first one twice.
    arguments.addAll(List.of("-fpsprobesize", "0", "-analyzeduration", "0"));
    arguments.addAll(List.of("-f", "mp4", "-i", "pipe:0"));
    arguments.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough"));
    arguments.addAll(List.of("-filter_threads", "1", "-vf", filters(request)));
    arguments.addAll(List.of("-f", "rawvideo", "pipe:1"));
    return arguments;
  }

  private static String filters(FrameRequest request) {
    var filters = new ArrayList<String>();
    if (request.toneMap() == null) {
      // Keeps data that users put into frames out of the log; tone mapping needs it.
      filters.add("sidedata=delete");
      filters.add(FrameInfo.CODED + "=checksum=0");
    }
    Size size = request.size();
    String dimensions = size == null ? "" : ":w=%d:h=%d".formatted(size.width(), size.height());
    // By default, ffmpeg converts to limited range but still reports the original range.
    filters.add("scale=" + request.range().options() + dimensions + ":flags=area+accurate_rnd");
    if (request.toneMap() != null) {
      filters.addAll(ToneMap.filters(request.toneMap()));
    }
    filters.add("format=" + request.layout().ffmpegNames());
    filters.add("sidedata=delete");
    filters.add("showinfo=checksum=0");
    return String.join(",", filters);
  }
}
