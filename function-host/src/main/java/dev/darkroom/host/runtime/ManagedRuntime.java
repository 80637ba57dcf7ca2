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
 * <p>The class path has the client's jars first, then the package. On Lambda it has only the
 * client's jars, and the client loads the package by a class loader that asks the class path first,
 * so the same classes win here. An AOT cache needs all classes on the class path. The client's
 * dependencies are shaded into its jars, so the only library that it imposes on a function is
 * {@code aws-lambda-java-core}, as on Lambda.
 *
 * @param command the JVM's command line, without what differs between processes
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
