package dev.darkroom.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedEngineTest {
  private static final List<String> PLATFORMS = List.of("linux-x86_64", "linux-arm64");

  @TempDir private Path folder;

  @Test
  void onlyTheProgramAndItsLibrariesAreUnpacked() throws Exception {
    Path target = folder.resolve("deep/engine");

    Path program = UnpackedEngine.unpack(jar(PLATFORMS), target);

    assertThat(program).isEqualTo(target.resolve("ffmpeg"));
    assertThat(Files.isExecutable(program)).isTrue();
    try (Stream<Path> files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("ffmpeg", "libavcodec.so.61", "libdrm.so.2");
    }
    try (Stream<Path> others = Files.list(target.getParent())) {
      assertThat(others).containsExactly(target);
    }
  }

  @Test
  void whatIsThereIsKept() throws Exception {
    Path target = folder.resolve("engine");
    Path first = UnpackedEngine.unpack(jar(PLATFORMS), target);

    assertThat(UnpackedEngine.unpack(folder.resolve("no.jar"), target)).isEqualTo(first);
  }

  @Test
  void aJarForAnotherPlatformIsRefusedAndLeavesNothing() throws Exception {
    Path jar = jar(List.of("windows-x86_64"));

    assertThatThrownBy(() -> UnpackedEngine.unpack(jar, folder.resolve("engine")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no engine for");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(jar);
    }
  }

  private Path jar(List<String> platforms) throws IOException {
    Path jar = folder.resolve("ffmpeg.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        var zip = new ZipOutputStream(out)) {
      for (String platform : platforms) {
        for (String name :
            List.of(
                "ffmpeg",
                "ffprobe",
                "libavcodec.so.61",
                "libjniavcodec.so",
                "libdrm.so.2",
                "../libevil.so",
                "readme.txt")) {
          zip.putNextEntry(new ZipEntry("org/bytedeco/ffmpeg/" + platform + "/" + name));
          zip.write(1);
        }
      }
    }
    return jar;
  }
}
