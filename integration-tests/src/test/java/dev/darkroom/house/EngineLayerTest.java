package dev.darkroom.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./darkroom build engine-layer} makes, and what it says if it cannot. */
final class EngineLayerTest {
  private static final Path SOURCES = Path.of("..", "bin", "lib", "layer");
  private static final String PROGRAM_IN_ZIP = "bin/ffmpeg";
  private static final int EM_X86_64 = 62;
  private static final int EM_AARCH64 = 183;

  @TempDir private static Path program;
  @TempDir private Path folder;

  private record Run(int exitCode, String output) {}

  /** Once; {@code ./darkroom build} has java compile it at each start. */
  @BeforeAll
  static void compile() throws IOException {
    String classes = program.toString();
    var arguments =
        new ArrayList<>(
            List.of("-proc:none", "-Xlint:all", "-Werror", "-cp", classes, "-d", classes));
    try (Stream<Path> sources = Files.list(SOURCES)) {
      sources.map(Path::toString).forEach(arguments::add);
    }
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
  }

  @Test
  void theZipsVeryProgramCodesVideo() throws Exception {
    assumeTrue(
        System.getProperty("os.name").equals("Linux"), "the layer's program runs on Linux only");
    Path zip = folder.resolve("layer.zip");
    Run build =
        run(
            "sh",
            Path.of("..", "darkroom").toString(),
            "build",
            "engine-layer",
            "--arch",
            hostArchitecture(),
            "--out",
            zip.toString());
    assumeFalse(
        build.output().contains("python3 ") || build.output().contains("pip could not download"),
        build.output());
    assertThat(build.exitCode()).as(build.output()).isZero();
    assertThat(build.output())
        .contains("GPL version 3", "aws lambda publish-layer-version", "EngineLayer=");
    assertThat(Files.size(zip)).as("bytes that may be uploaded directly").isLessThan(50L << 20);

    Path ffmpeg = unpack(zip);

    assertThat(run(ffmpeg.toString(), "-version").output()).startsWith("ffmpeg version");
    assertThat(codeOneFrame(ffmpeg)).startsWith(0, 0, 0, 1, 0x67);
  }

  /** Returns H.264 with start codes; a sequence parameter set comes first. */
  private byte[] codeOneFrame(Path ffmpeg) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ffmpeg.toString(),
                "-v",
                "error",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p",
                "-s",
                "64x64",
                "-i",
                "pipe:0",
                "-c:v",
                "libx264",
                "-f",
                "h264",
                "pipe:1")
            .redirectError(folder.resolve("errors").toFile())
            .start();
    try (var in = process.getOutputStream()) {
      in.write(new byte[64 * 64 * 3 / 2]);
    }
    byte[] coded = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    return coded;
  }

  @Test
  void theSameProgramGivesTheSameZipWithTheRightToRunIt() throws Exception {
    Path ffmpeg = foreignProgram();
    String architecture = foreignArchitecture();

    for (String zone : List.of("UTC", "Asia/Tokyo")) {
      Run build =
          build(
              Map.of("TZ", zone),
              "--from",
              ffmpeg.toString(),
              "--arch",
              architecture,
              "--out",
              folder.resolve(zone.substring(0, 3)).toString());
      assertThat(build.exitCode()).as(build.output()).isZero();
      assertThat(build.output()).contains("not tried");
    }

    assertThat(folder.resolve("UTC")).hasSameBinaryContentAs(folder.resolve("Asi"));
    assertThat(unpack(folder.resolve("UTC"))).hasSameBinaryContentAs(ffmpeg);
  }

  @Test
  void aProgramThatCannotRunThereIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.txt"), "no program\n".repeat(10));
    Path dynamic = Path.of(System.getProperty("java.home"), "bin", "java");

    assertRefused("notes.txt is not a program for Linux", text, hostArchitecture());
    assertRefused("program for " + foreignArchitecture(), foreignProgram(), hostArchitecture());
    assertRefused("java is not static: it loads libjli.so", dynamic, hostArchitecture());
    assertRefused("is not a file that can be read", folder, hostArchitecture());
    assertRefused("/ is not a file that can be read", Path.of("/"), hostArchitecture());
  }

  @Test
  void aProgramMayHaveAnyName() throws Exception {
    Path ffmpeg = Files.move(foreignProgram(), folder.resolve("layer.zip"));
    Path out = folder.resolve("out.zip");

    Run build =
        build(
            Map.of(),
            "--from",
            ffmpeg.toString(),
            "--arch",
            foreignArchitecture(),
            "--out",
            out.toString());

    assertThat(build.exitCode()).as(build.output()).isZero();
    assertThat(unpack(out)).hasSameBinaryContentAs(ffmpeg);
  }

  private void assertRefused(String why, Path from, String architecture) throws Exception {
    Path out = Files.createDirectories(folder.resolve("out")).resolve("layer.zip");
    Run build =
        build(Map.of(), "--from", from.toString(), "--arch", architecture, "--out", out.toString());

    assertThat(build.exitCode()).isEqualTo(1);
    assertThat(build.output()).startsWith("darkroom: ").contains(why).hasLineCount(1);
    assertThat(out.getParent()).isEmptyDirectory();
  }

  @Test
  void aDownloadOfAnotherContentIsRefused() throws Exception {
    Run build =
        buildWithPython(
            "while [ \"$1\" != --dest ]; do [ $# -gt 0 ] || exit 0; shift; done",
            "echo other >\"$2/imageio_ffmpeg-0.7.0.whl\"");

    assertThat(build.exitCode()).isEqualTo(1);
    assertThat(build.output()).contains("its SHA-256 is", ", not ");
  }

  @Test
  void aFailedDownloadIsToldWithPipsReason() throws Exception {
    Run build =
        buildWithPython(
            "[ \"$3\" = download ] || exit 0",
            "echo 'ERROR: No matching distribution found for imageio-ffmpeg==0.7.0'",
            "exit 1");

    assertThat(build.exitCode()).isEqualTo(1);
    assertThat(build.output())
        .contains("pip could not download imageio-ffmpeg==0.7.0: No matching", "--from FILE");
  }

  @Test
  void aDownloadThatLeavesNothingIsTold() throws Exception {
    Run build = buildWithPython("exit 0");

    assertThat(build.exitCode()).isEqualTo(1);
    assertThat(build.output())
        .contains("darkroom: pip ended without an error and without a file; ", "--from FILE");
  }

  @Test
  void aPythonWithoutPipIsTold() throws Exception {
    Run build = buildWithPython("echo 'No module named pip'", "exit 1");

    assertThat(build.exitCode()).isEqualTo(1);
    assertThat(build.output()).contains("python3 has no pip", "--from FILE");
  }

  @Test
  void wrongUsageIsTold() throws Exception {
    assertThat(build(Map.of(), "--arch", "mips"))
        .isEqualTo(
            new Run(
                2,
                "darkroom: there are Lambda functions for x86_64 and for arm64, not for mips\n"));
    assertThat(build(Map.of(), "--from").exitCode()).isEqualTo(2);
    assertThat(build(Map.of(), "--force", "yes").output()).contains("unknown option --force");
  }

  /** Builds into an empty folder, with a script in python's place. */
  private Run buildWithPython(String... script) throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("fake"));
    Path python = bin.resolve("python3");
    Files.writeString(python, "#!/bin/sh\n" + String.join("\n", script) + "\n");
    assertThat(python.toFile().setExecutable(true)).isTrue();
    Path out = folder.resolve("out");
    Run build =
        build(
            Map.of("PATH", bin + ":" + System.getenv("PATH")),
            "--out",
            out.resolve("layer.zip").toString());
    assertThat(out).isEmptyDirectory();
    return build;
  }

  private Run build(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                program.toString(),
                "BuildLayer"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().put("DARKROOM_ROOT", folder.toString());
    return run(builder);
  }

  private static Run run(String... command) throws IOException, InterruptedException {
    return run(new ProcessBuilder(command));
  }

  private static Run run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }

  /** Unpacks the layer's program with the rights that the zip gives it. */
  private Path unpack(Path zip) throws IOException {
    Path ffmpeg = folder.resolve("unpacked");
    try (FileSystem files =
        FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", "true"))) {
      Path entry = files.getPath(PROGRAM_IN_ZIP);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(entry)))
          .isEqualTo("rwxr-xr-x");
      Files.copy(entry, ffmpeg);
      Files.setPosixFilePermissions(ffmpeg, Files.getPosixFilePermissions(entry));
    }
    return ffmpeg;
  }

  private static String hostArchitecture() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return name.equals("aarch64") ? "arm64" : "x86_64";
  }

  private static String foreignArchitecture() {
    return hostArchitecture().equals("arm64") ? "x86_64" : "arm64";
  }

  /** Writes a static program for the processor that this machine does not have: a header alone. */
  private Path foreignProgram() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    header.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
    int machine = foreignArchitecture().equals("arm64") ? EM_AARCH64 : EM_X86_64;
    header.putShort(18, (short) machine);
    return Files.write(folder.resolve("foreign-ffmpeg"), header.array());
  }
}
