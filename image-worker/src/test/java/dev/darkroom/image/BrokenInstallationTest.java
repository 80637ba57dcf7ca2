package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.fixtures.Golden;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenInstallationTest {
  private static final String PROVIDERS = "META-INF/services/javax.imageio.spi.ImageReaderSpi";

  @Test
  void aProviderOfImageIoWithoutItsClassIsNoReasonToRejectASoundTiff(@TempDir Path folder)
      throws Exception {
    Path services = folder.resolve(PROVIDERS);
    Files.createDirectories(services.getParent());
    Files.writeString(services, "org.example.AbsentReaderSpi\n");
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    Process worker =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                folder + File.pathSeparator + classPath,
                Worker.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(worker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(worker.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(output).contains("thrown: java.util.ServiceConfigurationError");
    assertThat(output).doesNotContain("outcome: ");
  }

  /** Processes one TIFF in a process of its own, because ImageIO looks for providers only once. */
  static final class Worker {
    private Worker() {}

    public static void main(String[] args) {
      try {
        // A JPEG inside a TIFF is decoded with ImageIO.
        byte[] tiff = Golden.of("tiff/jpeg.tiff").bytes();
        System.out.println("outcome: " + new Workplace().process(tiff));
      } catch (Throwable t) {
        System.out.println("thrown: " + t);
      }
    }
  }
}
