package dev.darkroom.host.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Starts processes of a function as Lambda does. */
final class Launcher {

  /**
   * Shell script that ties a process to the host. The shell becomes the function's process. Its
   * child waits for the end of standard input, which comes when the host dies in any way, and then
   * kills the function. The trap, which programs keep across {@code exec}, protects functions from
   * Ctrl-C, which reaches the whole foreground group while the host lets them finish.
   */
  private static final String TIED_TO_HOST =
      """
      trap '' INT HUP
      exec 3<&0
      { while read -r _; do :; done; kill -KILL $$; } <&3 3<&- >/dev/null 2>&1 &
      exec "$@" </dev/null 3<&-
      """;

  private static final AtomicLong STARTED = new AtomicLong();

  private final FunctionSpec spec;
  private final DeploymentPackage code;
  private final Path temporaryFolders;
  private final @Nullable ManagedRuntime runtime;

  /**
   * @param runtime runtime for the handler; null if the package has its own
   */
  Launcher(
      FunctionSpec spec,
      DeploymentPackage code,
      Path temporaryFolders,
      @Nullable ManagedRuntime runtime) {
    this.spec = spec;
    this.code = code;
    this.temporaryFolders = temporaryFolders;
    this.runtime = runtime;
  }

  /**
   * A started process.
   *
   * @param temporaryFolder private folder for temporary files, which Lambda has in {@code /tmp}
   * @param recording recording of an AOT cache, if the process makes one
   */
  record Launched(Process process, Path temporaryFolder, Optional<AotCache.Recording> recording) {}

  /**
   * Starts a process.
   *
   * @param runtimeApi host and port of the Runtime API for the process
   */
  Launched launch(String runtimeApi) throws IOException {
    Files.createDirectories(temporaryFolders);
    Path temporary =
        temporaryFolders.resolve(
            "%s-%d-%d"
                .formatted(spec.name(), ProcessHandle.current().pid(), STARTED.incrementAndGet()));
    Files.createDirectory(temporary);
    var command = new ArrayList<String>(List.of("/bin/sh", "-c", TIED_TO_HOST, spec.name()));
    Optional<AotCache.Recording> recording = Optional.empty();
    if (runtime == null) {
      command.add(code.bootstrap().toString());
    } else {
      recording = runtime.cache().record();
      command.addAll(runtime.command(recording, temporary, spec.handler()));
    }
    var builder = new ProcessBuilder(command);
    builder.directory(code.taskRoot().toFile());
    builder.redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment(runtimeApi, temporary));
    return new Launched(builder.start(), temporary, recording);
  }

  /** Collects "Defined runtime environment variables" (developer guide) and the function's own. */
  private Map<String, String> environment(String runtimeApi, Path temporary) {
    var environment = new TreeMap<String, String>();
    environment.put("LANG", "en_US.UTF-8");
    // Without en_US installed, LANG alone would limit file names to ASCII.
    environment.put("LC_CTYPE", "C.UTF-8");
    environment.put("TZ", ":UTC");
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin");
    environment.put("LD_LIBRARY_PATH", code.taskRoot() + ":" + code.taskRoot().resolve("lib"));
    environment.put("TMPDIR", temporary.toString());
    environment.put("AWS_REGION", FunctionArn.DEFAULT_REGION);
    environment.putAll(spec.environment());
    environment.putIfAbsent("AWS_DEFAULT_REGION", environment.get("AWS_REGION"));
    if (runtime != null) {
      environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
      environment.put("LAMBDA_RUNTIME_DIR", runtime.client().folder().toString());
    }
    environment.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", FunctionArn.VERSION);
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMiB()));
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name());
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", temporary.getFileName().toString());
    environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    environment.put("LAMBDA_TASK_ROOT", code.taskRoot().toString());
    environment.put("_HANDLER", spec.handler());
    return environment;
  }
}
