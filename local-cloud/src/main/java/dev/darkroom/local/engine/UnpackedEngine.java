package dev.darkroom.local.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks the ffmpeg program and its shared libraries from the Maven artifact {@code
 * org.bytedeco:ffmpeg} (LGPL; classifiers {@code linux-x86_64} and {@code linux-arm64}).
 *
 * <p>The program is linked with libxcb, libxcb-shm, libasound and libpulse, and on arm64 with
 * libdrm. The system has to have them (Debian: libxcb1 libxcb-shm0 libasound2 libpulse0 libdrm2),
 * although the program never uses them.
 */
public final class UnpackedEngine {
  private static final String PROGRAM = "ffmpeg";

  private UnpackedEngine() {}

  /**
   * Unpacks from the command line.
   *
   * @param args the jar and the folder to unpack to
   */
  public static void main(String[] args) throws IOException {
    unpack(Path.of(args[0]), Path.of(args[1]));
  }

  /**
   * Unpacks the program and its libraries, unless the folder exists already. The folder appears
   * with all its files at once.
   *
   * @return the program
   * @throws IOException if the jar has none for this platform, or the folder cannot be written
   */
  static Path unpack(Path jar, Path folder) throws IOException {
    Path program = folder.resolve(PROGRAM);
    if (Files.isExecutable(program)) {
      return program;
    }
    Path parent = folder.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    Path growing = Files.createTempDirectory(parent, PROGRAM);
    try {
      copy(jar, growing);
      Files.move(growing, folder);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process was faster.
      delete(growing);
    } catch (IOException e) {
      delete(growing);
      throw e;
    }
    return program;
  }

  private static void copy(Path jar, Path target) throws IOException {
    String prefix = "org/bytedeco/ffmpeg/" + platform() + "/";
    try (var zip = new ZipFile(jar.toFile())) {
      if (zip.getEntry(prefix + PROGRAM) == null) {
        throw new IOException(jar.getFileName() + " has no engine for " + platform());
      }
      List<? extends ZipEntry> entries =
          zip.stream().filter(entry -> isNeeded(entry.getName(), prefix)).toList();
      for (ZipEntry entry : entries) {
        Path file = target.resolve(entry.getName().substring(prefix.length()));
        try (InputStream in = zip.getInputStream(entry)) {
          Files.copy(in, file);
        }
      }
      if (!target.resolve(PROGRAM).toFile().setExecutable(true)) {
        throw new IOException(target + " is on a file system without programs");
      }
    }
  }

  /** Whether an entry is the program or one of its libraries, and not a binding for Java. */
  private static boolean isNeeded(String name, String prefix) {
    if (!name.startsWith(prefix)) {
      return false;
    }
    String file = name.substring(prefix.length());
    return file.equals(PROGRAM) || file.matches("lib(?!jni)[a-z]+\\.so[.\\d]*");
  }

  private static String platform() {
    String cpu = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (cpu) {
      case "amd64", "x86_64" -> "linux-x86_64";
      case "aarch64", "arm64" -> "linux-arm64";
      default -> "linux-" + cpu;
    };
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
