package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.contract.Rendition;
import dev.darkroom.image.step.Pictures;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Checks properties of all renditions over pictures of random sizes and formats. */
class AnyPictureTest {
  private static final int ROUNDS = 40;
  private static final List<String> FORMATS = List.of("png", "jpg", "bmp");

  private final Random random = new Random(14);

  @Test
  void renditionsLieInTheirBoxKeepTheShapeAndAreNeverLargerThanThePicture() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      int width = side(900);
      int height = side(900);
      int box = side(400);
      BufferedImage picture = Pictures.quarters(width, height);
      var workplace =
          new Workplace(
              Map.of(
                  "darkroom.image.renditions", "a %1$dx%1$d fit,b %1$dx%1$d cover".formatted(box)));

      Completed completed =
          workplace.complete(Pictures.encode(picture, FORMATS.get(random.nextInt(FORMATS.size()))));

      for (Rendition rendition : completed.renditions()) {
        Header header = header(workplace.bytes(rendition));
        assertThat(header.width()).isEqualTo(rendition.width()).isBetween(1, Math.min(box, width));
        assertThat(header.height())
            .isEqualTo(rendition.height())
            .isBetween(1, Math.min(box, height));
        if (rendition.name().equals("a")) {
          double high = (double) header.width() * height / width;
          double wide = (double) header.height() * width / height;
          assertThat(Math.min(Math.abs(high - header.height()), Math.abs(wide - header.width())))
              .isCloseTo(0, within(1.0));
        }
      }
    }
  }

  @Test
  void paddedRenditionsHaveTheirBoxesSizeAndEnlargedOnesFillIt() throws Exception {
    var workplace =
        new Workplace(
            Map.of(
                "darkroom.image.renditions",
                "padded 90x60 pad png,large 300x300 fit enlarge png,full 80x80 cover enlarge png"));

    Completed completed = workplace.complete(Pictures.encode(Pictures.quarters(40, 20), "png"));

    assertThat(completed.renditions())
        .extracting(r -> r.name() + " " + r.width() + "x" + r.height())
        .containsExactly("padded 90x60", "large 300x150", "full 80x80");
    BufferedImage padded = workplace.picture(completed, "padded");
    assertThat(padded.getRGB(0, 0)).isEqualTo(0xffffffff);
    assertThat(padded.getRGB(30, 25)).isEqualTo(0xffff0000);
  }

  @Test
  void aCropKeepsWhatDrawsTheEye() throws Exception {
    var picture = new BufferedImage(600, 200, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setColor(Color.LIGHT_GRAY);
    graphics.fillRect(0, 0, 600, 200);
    graphics.drawImage(Pictures.quarters(80, 80), 480, 60, null);
    graphics.dispose();
    var workplace = new Workplace();

    Completed completed = workplace.complete(Pictures.encode(picture, "png"));

    BufferedImage thumb = workplace.picture(completed, "thumb");
    boolean red = false;
    for (int x = 0; x < thumb.getWidth(); x++) {
      red |= Pictures.difference(thumb.getRGB(x, 70), 0xffff0000) < 60;
    }
    assertThat(red).isTrue();
  }

  private int side(int most) {
    return 1 + random.nextInt(random.nextInt(3) == 0 ? 20 : most);
  }

  private static Header header(byte[] file) {
    MediaFormat format = MediaFormat.detect(file).orElseThrow();
    return (Header) HeaderParser.valueOf(format.name()).inspect(file, true);
  }
}
