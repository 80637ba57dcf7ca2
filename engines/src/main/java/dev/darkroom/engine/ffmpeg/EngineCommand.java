package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The process: what it may take, and what it is told. */
final class EngineCommand {
  /**
   * The shell sets limits that hold for what it becomes: seconds, KiB, no core dump, and no file
   * written at all. A system that knows one of them not goes without.
   */
  private static final String LIMITED =
      "ulimit -t \"$1\"; ulimit -v \"$2\"; ulimit -c 0; ulimit -f 0; shift 2; exec \"$@\"";

  private EngineCommand() {}

  static ProcessBuilder of(EngineProgram program, FrameRequest request, EngineLimits limits) {
    var command = new ArrayList<String>(List.of("/bin/sh", "-c", LIMITED, "sh"));
    command.add(String.valueOf(limits.cpuSeconds()));
    command.add(String.valueOf(limits.addressSpace() >> 10));
    command.add(program.executable().toAbsolutePath().toString());
    // The notes come at level "info".
    command.addAll(List.of("-hide_banner", "-nostdin", "-nostats", "-v", "info"));
    // Times are the frames' numbers and stay as they are.
    command.add("-copyts");
    command.addAll(List.of("-threads", String.valueOf(limits.threads())));
    command.addAll(List.of("-max_pixels", String.valueOf(limits.framePixels())));
    // H.264 without an IDR picture counts as "corrupt" until a few frames later.
    command.addAll(List.of("-flags", "+output_corrupt"));
    // The first frame must neither wait for later ones nor be decoded twice for their sake.
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
    // Each thread's arena would reserve 64 MB of addresses.
    environment.put("MALLOC_ARENA_MAX", "1");
    Path libraries = program.libraries();
    if (libraries != null) {
      environment.put("LD_LIBRARY_PATH", libraries.toAbsolutePath().toString());
    }
    return builder;
  }

  private static String filters(FrameRequest request) {
    var filters = new ArrayList<String>();
    Size size = request.size();
    String dimensions = size == null ? "" : ":w=%d:h=%d".formatted(size.width(), size.height());
    // Left to itself, ffmpeg makes all that it converts limited, and says that it is as it was.
    filters.add("scale=" + request.range().options() + dimensions + ":flags=area+accurate_rnd");
    if (request.toneMap() != null) {
      filters.addAll(ToneMap.filters(request.toneMap()));
    }
    filters.add("format=" + request.layout().ffmpegName());
    // What users put into frames is not for the notes.
    filters.add("sidedata=delete");
    filters.add("showinfo=checksum=0");
    return String.join(",", filters);
  }
}
