package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.contract.Rendition;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.fixtures.Fixtures;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares results with and without libjpeg-turbo: without it only the WebPs are missing. */
class BothWaysTest {
  private final Workplace fast = new Workplace();
  private final Workplace plain = new Workplace(Map.of("darkroom.image.turbo", "false"));

  @ParameterizedTest
  @EnumSource(names = {"PHONE_PHOTO", "PLAIN_PHOTO", "ADOBE_RGB_PHOTO", "CMYK_PHOTO", "GRAY_PHOTO"})
  void theManifestSaysTheSame(Fixtures fixture) throws Exception {
    assumeTrue(NativeCodecs.available(), NativeCodecs.description());
    Completed one = fast.complete(fixture.bytes());
    Completed other = plain.complete(fixture.bytes());

    assertThat(other.media()).isEqualTo(one.media());
    assertThat(described(other)).isEqualTo(described(one));
    assertThat(mean(one, other)).isLessThan(1.5);
  }

  private static List<String> described(Completed completed) {
    return completed.renditions().stream()
        .filter(rendition -> !rendition.contentType().equals("image/webp"))
        .map(BothWaysTest::description)
        .toList();
  }

  private static String description(Rendition rendition) {
    return "%s %s %dx%d"
        .formatted(
            rendition.name(), rendition.contentType(), rendition.width(), rendition.height());
  }

  /** Returns the mean difference of a channel, in levels of 255. */
  private double mean(Completed one, Completed other) throws Exception {
    BufferedImage a = fast.picture(one, "small");
    BufferedImage b = plain.picture(other, "small");
    long sum = 0;
    for (int y = 0; y < a.getHeight(); y++) {
      for (int x = 0; x < a.getWidth(); x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((a.getRGB(x, y) >> shift & 0xff) - (b.getRGB(x, y) >> shift & 0xff));
        }
      }
    }
    return sum / (3.0 * a.getWidth() * a.getHeight());
  }
}
