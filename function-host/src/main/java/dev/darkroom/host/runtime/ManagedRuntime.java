package dev.darkroom.host.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lambda's Java runtime for one function.
 *
 * <p>The class path is the client's jars, then the package. On Lambda only the former are on it,
 * and the client loads the package by a class loader that asks the class path first. The order
 * makes the same classes win; that all are on the class path is what the AOT cache needs, which
 * knows no other class loaders. The client's own dependencies are shaded in its jars, so all it can
 * impose on a function is {@code aws-lambda-java-core}, and that is so on Lambda too.
 *
 * @param command the JVM's command line up to what differs from process to process
 */
record ManagedRuntime(RuntimeInterfaceClient client, List<String> command, AotCache cache) {

  ManagedRuntime {
    command = List.copyOf(command);
  }

  static ManagedRuntime of(
      FunctionSpec spec, DeploymentPackage code, RuntimeInterfaceClient client, Path cacheFolder)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmOptions.of(spec, client));
    command.add("-classpath");
    command.add(client.classPath() + File.pathSeparator + code.classPath());
    var identity = new ArrayList<>(command);
    identity.add(spec.environment().getOrDefault("JAVA_TOOL_OPTIONS", ""));
    return new ManagedRuntime(client, command, new AotCache(cacheFolder, identity));
  }

  List<String> command(
      Optional<AotCache.Recording> recording, Path temporaryFolder, String handler) {
    var whole = new ArrayList<>(command);
    if (recording.isPresent()) {
      whole.add(recording.get().option());
    } else if (cache.exists()) {
      whole.add(cache.use());
    }
    whole.add("-Djava.io.tmpdir=" + temporaryFolder);
    whole.add(RuntimeInterfaceClient.MAIN_CLASS);
    whole.add(handler);
    return whole;
  }
}
