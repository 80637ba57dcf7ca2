package dev.darkroom.engine.ffmpeg;

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

  /**
   * @param arguments of ffmpeg; the only input must be the first file that they name
   */
  static ProcessBuilder of(EngineProgram program, List<String> arguments, ProcessLimits limits) {
    var command = new ArrayList<String>(List.of("/bin/sh", "-c", LIMITED, "sh"));
    command.add(String.valueOf(limits.cpuSeconds()));
    command.add(String.valueOf(limits.addressSpace() >> 10));
    command.add(program.executable().toAbsolutePath().toString());
    command.addAll(List.of("-hide_banner", "-nostdin", "-nostats"));
    // An option of the input.
    command.addAll(List.of("-protocol_whitelist", "pipe"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(new File("/"));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("LC_ALL", "C");
    environment.put("AV_LOG_FORCE_NOCOLOR", "1");
    // Otherwise each thread's arena reserves 64 MB of addresses.
    environment.put("MALLOC_ARENA_MAX", "1");
    // A static program crashes in the system's character converters.
    environment.put("GCONV_PATH", "/nowhere");
    Path libraries = program.libraries();
    if (libraries != null) {
      environment.put("LD_LIBRARY_PATH", libraries.toAbsolutePath().toString());
    }
    return builder;
  }
}
