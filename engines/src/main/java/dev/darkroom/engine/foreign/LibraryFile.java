package dev.darkroom.engine.foreign;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the file of the shared library, or unpacks it from the class path. */
final class LibraryFile {
  private static final String NAME = "libleptonica.so.6";

  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private LibraryFile() {}

  /** Uses a file, which may be deleted afterwards. */
  interface Use<T> {
    T of(Path file) throws IOException;
  }

  /**
   * Takes the library from the folder that the property names, else from beside a native
   * executable, else unpacks it from the class path to a private temporary file that is deleted
   * after use.
   */
  static <T> T use(Use<T> use) throws IOException {
    Optional<Path> lying = lying();
    if (lying.isPresent()) {
      return use.of(lying.get());
    }
    Path copy = newFile();
    try {
      try (InputStream resource = open();
          OutputStream out = Files.newOutputStream(copy, StandardOpenOption.WRITE)) {
        resource.transferTo(out);
      }
      return use.of(copy);
    } finally {
      // A mapped file stays mapped after its deletion.
      Files.deleteIfExists(copy);
    }
  }

  /**
   * Creates an empty file that only this user can read and write. {@code Files.createTempFile}
   * would spend 30 ms more on seeding its random numbers.
   */
  private static Path newFile() throws IOException {
    String name =
        "darkroom-turbo-%d-%x.so".formatted(ProcessHandle.current().pid(), System.nanoTime());
    return Files.createFile(
        Path.of(System.getProperty("java.io.tmpdir"), name),
        PosixFilePermissions.asFileAttribute(OWNER_ONLY));
  }

  private static Optional<Path> lying() throws IOException {
    String folder = System.getProperty(NativeCodecs.FOLDER);
    if (folder != null) {
      Path file = Path.of(folder, NAME);
      if (!Files.exists(file)) {
        throw new FileNotFoundException("no " + NAME + " in " + folder);
      }
      return Optional.of(file);
    }
    if (!"runtime".equals(System.getProperty("org.graalvm.nativeimage.imagecode"))) {
      return Optional.empty();
    }
    return ProcessHandle.current()
        .info()
        .command()
        .map(command -> Path.of(command).resolveSibling(NAME))
        .filter(Files::exists);
  }

  private static InputStream open() throws IOException {
    String path = "/org/bytedeco/leptonica/" + platform() + "/" + NAME;
    InputStream resource = LibraryFile.class.getResourceAsStream(path);
    if (resource == null) {
      throw new FileNotFoundException("no library for " + platform());
    }
    return resource;
  }

  /** Returns this platform's name as bytedeco spells it. */
  private static String platform() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch", "");
    return system
        + "-"
        + switch (machine) {
          case "amd64" -> "x86_64";
          case "aarch64" -> "arm64";
          default -> machine;
        };
  }
}
