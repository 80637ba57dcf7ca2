package dev.darkroom.host.runtime;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the files of a task root outside {@code lib} into a jar. */
final class ClassesJar {

  private ClassesJar() {}

  static void pack(Path taskRoot, Path jar) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      // It is read at every start, and never sent anywhere.
      out.setLevel(Deflater.NO_COMPRESSION);
      Files.walkFileTree(taskRoot, new Packing(taskRoot, out));
    }
  }

  private static final class Packing extends SimpleFileVisitor<Path> {
    private final Path taskRoot;
    private final ZipOutputStream out;

    Packing(Path taskRoot, ZipOutputStream out) {
      this.taskRoot = taskRoot;
      this.out = out;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      if (folder.equals(taskRoot.resolve("lib"))) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!folder.equals(taskRoot)) {
        // Class path scanners look for folders by their own entries.
        put(folder, "/");
        out.closeEntry();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      put(file, "");
      Files.copy(file, out);
      out.closeEntry();
      return FileVisitResult.CONTINUE;
    }

    private void put(Path path, String suffix) throws IOException {
      String name = taskRoot.relativize(path).toString().replace('\\', '/');
      out.putNextEntry(new ZipEntry(name + suffix));
    }
  }
}
