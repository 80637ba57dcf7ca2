package dev.darkroom.host.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Deployment packages for tests. */
public final class FunctionZip {

  public static final String SAMPLE_HANDLER = Sample.class.getName() + "::handleRequest";

  private FunctionZip() {}

  /** The sample for the managed Java runtime. */
  public static Path ofSample(Path folder) throws IOException {
    String entry = Sample.class.getName().replace('.', '/') + ".class";
    try (InputStream in =
        Objects.requireNonNull(Sample.class.getClassLoader().getResourceAsStream(entry))) {
      return of(folder.resolve("sample.zip"), entry, in.readAllBytes());
    }
  }

  /** A custom runtime. */
  public static Path ofBootstrap(Path folder, String script) throws IOException {
    return of(folder.resolve("bootstrap.zip"), "bootstrap", script.getBytes(UTF_8));
  }

  /** A package with one file. */
  public static Path of(Path zip, String entry, byte[] content) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(content);
      out.closeEntry();
    }
    return zip;
  }
}
