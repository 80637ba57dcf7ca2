package dev.darkroom.codec.exif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.inspect.HeaderParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExifDifferentialTest {
  private static final Path MEDIA = Path.of("../../shared/media/images");

  @Test
  void camerasExposuresAreWhatExiftoolReads() throws IOException, InterruptedException {
    assumeTrue(Files.isDirectory(MEDIA), "no pictures from cameras");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/exiftool")), "no exiftool");
    try (Stream<Path> files = Files.list(MEDIA)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jpg")).toList()) {
        List<String> lines = exiftool(file);
        Exif exif = ((Header) HeaderParser.JPEG.inspect(Files.readAllBytes(file), true)).exif();
        assertSame(file, lines.get(0), exif.exposure().seconds());
        assertSame(file, lines.get(1), exif.exposure().fNumber());
        assertSame(file, lines.get(2), exif.exposure().iso());
        assertSame(file, lines.get(3), exif.exposure().focalLength());
        assertThat(exif.lens()).isEqualTo(lines.get(4).equals("-") ? null : lines.get(4));
      }
    }
  }

  private static void assertSame(Path file, String theirs, @Nullable Number ours) {
    double expected = theirs.equals("-") ? 0 : Double.parseDouble(theirs);
    double actual = ours == null ? 0 : ours.doubleValue();
    assertThat(actual).as(file.toString()).isCloseTo(expected, within(expected / 1000));
  }

  /** Returns a line per tag; a hyphen for a missing one. */
  private static List<String> exiftool(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "/usr/bin/exiftool",
                "-n",
                "-f",
                "-s3",
                "-ExifIFD:ExposureTime",
                "-ExifIFD:FNumber",
                "-ExifIFD:ISO",
                "-ExifIFD:FocalLength",
                "-ExifIFD:LensModel",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out.lines().toList();
  }
}
