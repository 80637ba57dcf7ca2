package dev.darkroom.host.runtime;

import java.util.ArrayList;
import java.util.List;

/** Makes the JVM options of Lambda's managed Java runtime, as its command line shows them. */
final class JvmOptions {

  private static final long KIB_PER_MIB = 1024;

  private JvmOptions() {}

  static List<String> of(FunctionSpec spec, RuntimeInterfaceClient client) {
    // The command line would override this variable, so options that it sets are left out.
    String asked = spec.environment().getOrDefault("JAVA_TOOL_OPTIONS", "");
    var options = new ArrayList<String>();
    if (!mentions(asked, "-Xmx", "MaxHeapSize", "MaxRAM")) {
      options.add("-XX:MaxHeapSize=" + heapKib(spec.memoryMiB()) + "k");
    }
    if (!mentions(asked, "-XX:+Use")) {
      options.add("-XX:+UseSerialGC");
    }
    if (!mentions(asked, "Tiered")) {
      options.add("-XX:TieredStopAtLevel=1");
    }
    options.add("-XX:+ErrorFileToStderr");
    // The client sets the trace id and its logger by reflection, loads a native library, and uses
    // Unsafe to silence a warning.
    options.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    options.add("--add-opens=java.base/java.util=ALL-UNNAMED");
    options.add("--add-opens=java.base/java.io=ALL-UNNAMED");
    options.add("--enable-native-access=ALL-UNNAMED");
    options.add("--sun-misc-unsafe-memory-access=allow");
    options.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    options.add("-Djava.net.preferIPv4Stack=true");
    options.add(
        "-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
            + client.nativeLibrary());
    options.add("-Dlambda.function=" + spec.name());
    return options;
  }

  /** All memory but 15 %, or but the 240 MiB that a JVM needs beside its heap if that is less. */
  static long heapKib(int memoryMiB) {
    long all = memoryMiB * KIB_PER_MIB;
    return Math.max(all * 85 / 100, all - 240 * KIB_PER_MIB);
  }

  private static boolean mentions(String options, String... words) {
    for (String word : words) {
      if (options.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
