package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the command line and environment of an ffmpeg process, with its limits. */
final class EngineCommand {
  /**
   * Limits the shell, and so the program that replaces it: CPU seconds, KiB of addresses, no core
   * dump, no file written. Skips a limit that the system's shell does not support.
   */
  private static final String LIMITED =
      "ulimit -t \"$1\"; ulimit -v \"$2\"; ulimit -c 0; ulimit -f 0; shift 2; exec \"$@\"";

  private EngineCommand() {}

  static ProcessBuilder of(EngineProgram program, FrameRequest request, EngineLimits limits) {
    var command = new ArrayList<String>(List.of("/bin/sh", "-c", LIMITED, "sh"));
    command.add(String.valueOf(limits.cpuSeconds()));
    command.add(String.valueOf(limits.addressSpace() >> 10));
    command.add(program.executable().toAbsolutePath().toString());
    // The filter showinfo logs at level "info".
    command.addAll(List.of("-hide_banner", "-nostdin", "-nostats", "-v", "info"));
    // Keeps the frames' times, which are their numbers.
    command.add("-copyts");
    command.addAll(List.of("-threads", String.valueOf(limits.threads())));
    command.addAll(List.of("-max_pixels", String.valueOf(limits.framePixels())));
    // Without an IDR picture, ffmpeg takes the first frames of H.264 for corrupt and drops them.
    command.addAll(List.of("-flags", "+output_corrupt"));
    // Otherwise ffmpeg probes: it would wait for later frames and decode the first one twice.
    command.addAll(List.of("-fpsprobesize", "0", "-analyzeduration", "0"));
    command.addAll(List.of("-protocol_whitelist", "pipe", "-f", "mp4", "-i", "pipe:0"));
    command.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough"));
    command.addAll(List.of("-filter_threads", "1", "-vf", filters(request)));
    command.addAll(List.of("-f", "rawvideo", "pipe:1"));
    var builder = new ProcessBuilder(command).directory(new File("/"));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("LC_ALL", "C");
    environment.put("AV_LOG_FORCE_NOCOLOR", "1");
    // Otherwise each thread's arena reserves 64 MB of addresses.
    environment.put("MALLOC_ARENA_MAX", "1");
    Path libraries = program.libraries();
    if (libraries != null) {
      environment.put("LD_LIBRARY_PATH", libraries.toAbsolutePath().toString());
    }
    return builder;
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
