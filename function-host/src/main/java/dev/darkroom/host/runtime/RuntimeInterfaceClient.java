package dev.darkroom.host.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * AWS's runtime interface client for Java, which loops between the Runtime API and a handler.
 *
 * @param folder folder that Lambda has in {@code /var/runtime}
 * @param classPath jars of the client
 * @param nativeLibrary HTTP client; given by path, because the client would unpack it to a fixed
 *     file in {@code /tmp} that processes starting at the same time would overwrite
 */
record RuntimeInterfaceClient(Path folder, String classPath, Path nativeLibrary) {

  static final String MAIN_CLASS = AWSLambda.class.getName();

  /** Finds the jars on the host's own class path and unpacks the library for this machine. */
  static RuntimeInterfaceClient unpack(Path folder) throws IOException {
    String classPath =
        Stream.of(
                AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
            .map(RuntimeInterfaceClient::jarOf)
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    return new RuntimeInterfaceClient(folder, classPath, unpackLibrary(folder));
  }

  private static String jarOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no jar is known for " + type, e);
    }
  }

  private static Path unpackLibrary(Path folder) throws IOException {
    String name = "libaws-lambda-jni." + platform() + ".so";
    Path library = folder.resolve(name);
    try (InputStream in = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
      if (in == null) {
        throw new IOException(
            "AWS's runtime interface client has no library for %s; it is made for Linux on x86_64"
                    .formatted(platform())
                + " and arm64. Run the host in a Linux container, or package native functions.");
      }
      Files.createDirectories(folder);
      // Moved into place, because a process of another host may be loading it.
      Path draft = Files.createTempFile(folder, name, null);
      Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
      Files.move(draft, library, StandardCopyOption.ATOMIC_MOVE);
    }
    return library;
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch");
    String libc = Files.exists(Path.of("/lib/ld-musl-" + machine + ".so.1")) ? "_musl" : "";
    return system
        + libc
        + "-"
        + switch (machine) {
          case "amd64" -> "x86_64";
          case "aarch64" -> "aarch_64";
          default -> machine;
        };
  }
}
