package dev.darkroom.host.runtime;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/**
 * Unpacks deployment packages into folders named by their content. A package is unpacked once, and
 * a rebuilt package gets a new folder while processes of the old one still run.
 */
final class PackageStore {

  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private final Path folder;

  PackageStore(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
  }

  /**
   * Unpacks a package, unless it is unpacked already.
   *
   * @throws ZipException if the package is no zip, or has an entry that would leave its folder
   */
  DeploymentPackage unpack(Path zip) throws IOException {
    var unpacked = new DeploymentPackage(folder.resolve(Sha256.ofFile(zip)));
    if (Files.isDirectory(unpacked.folder())) {
      return unpacked;
    }
    var draft = new DeploymentPackage(Files.createTempDirectory(folder, "draft-"));
    try {
      unpack(zip, Files.createDirectory(draft.taskRoot()));
      ClassesJar.pack(draft.taskRoot(), draft.classesJar());
      Files.move(draft.folder(), unpacked.folder(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException e) {
      Folders.delete(draft.folder());
      // Another host on the same folder may have been faster, with the same result.
      if (!Files.isDirectory(unpacked.folder())) {
        throw e;
      }
    }
    return unpacked;
  }

  private static void unpack(Path zip, Path target) throws IOException {
    try (FileSystem fileSystem =
            FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"));
        Stream<Path> entries = Files.walk(fileSystem.getPath("/"))) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Path file = target.resolve(entry.toString().substring(1)).normalize();
        if (!file.startsWith(target)) {
          throw new ZipException("%s: the entry %s leaves the package".formatted(zip, entry));
        }
        if (Files.isDirectory(entry)) {
          Files.createDirectories(file);
        } else {
          Files.copy(entry, file);
          allowToRun(entry, file, target);
        }
      }
    }
  }

  /** Makes executables executable, and {@code bootstrap} always: some archivers store no modes. */
  private static void allowToRun(Path entry, Path file, Path target) throws IOException {
    if (file.equals(target.resolve(DeploymentPackage.BOOTSTRAP))
        || Files.getPosixFilePermissions(entry).contains(PosixFilePermission.OWNER_EXECUTE)) {
      Files.setPosixFilePermissions(file, EXECUTABLE);
    }
  }
}
