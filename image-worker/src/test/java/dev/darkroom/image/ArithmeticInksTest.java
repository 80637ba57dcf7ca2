package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.contract.Rejection;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.fixtures.Golden;
import dev.darkroom.image.step.Pictures;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares arithmetic-coded CMYK with the same coefficients coded by Huffman's method. */
class ArithmeticInksTest {
  private static final String RENDITIONS = "darkroom.image.renditions";

  @ParameterizedTest
  @CsvSource({
    "cmyk, 256x256",
    "cmyk, 50x50",
    "ycck, 256x256",
    "ycck, 50x50",
  })
  void looksAsIfItWereCodedByHuffmansMethod(String inks, String size) throws Exception {
    assumeTrue(NativeCodecs.available(), NativeCodecs.description());
    var workplace = new Workplace(Map.of(RENDITIONS, "all " + size + " fit png"));
    BufferedImage expected = picture(workplace, "jpeg/" + inks + "-profile.jpg");

    BufferedImage actual = picture(workplace, "jpeg/" + inks + "-arithmetic.jpg");

    int largest = 0;
    for (int y = 0; y < actual.getHeight(); y++) {
      for (int x = 0; x < actual.getWidth(); x++) {
        largest =
            Math.max(largest, Pictures.difference(actual.getRGB(x, y), expected.getRGB(x, y)));
      }
    }
    assertThat(largest).isLessThanOrEqualTo(8);
  }

  private static BufferedImage picture(Workplace workplace, String golden) throws Exception {
    Completed completed = workplace.complete(Golden.of(golden).bytes());
    assertThat(Workplace.facts(completed).damaged()).isNull();
    return workplace.picture(completed, "all");
  }

  @Test
  void withoutTheLibraryTheCodingIsNamed() throws Exception {
    var workplace = new Workplace(Map.of("darkroom.image.turbo", "false"));

    Outcome outcome = workplace.process(Golden.of("jpeg/cmyk-arithmetic.jpg").bytes());

    assertThat(((Outcome.Rejected) outcome).rejection())
        .isEqualTo(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "A JPEG with arithmetic coding."));
  }
}
