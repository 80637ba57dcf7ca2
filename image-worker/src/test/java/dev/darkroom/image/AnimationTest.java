package dev.darkroom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.webp.WebpAnimation;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.engine.foreign.AnimatedWebpWriter;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.engine.foreign.WebpOptions;
import dev.darkroom.engine.foreign.WebpPlayer;
import dev.darkroom.image.step.Pictures;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnimationTest {
  private static final int[] COLORS = {0xffc81e1e, 0xff1ec81e, 0xff1e1ec8};

  private final Workplace workplace =
      new Workplace(
          Map.of("darkroom.image.renditions", "whole 60x60 fit,same 60x60 fit,part 20x20 cover"));

  @BeforeEach
  void onlyWithLibwebp() {
    assumeTrue(NativeCodecs.available(), NativeCodecs.description());
  }

  @Test
  void everyFrameComesOutAtItsTimeAndItIsPlayedAsOften() throws Exception {
    Completed completed = workplace.complete(moving(120, 80, 3));

    assertThat(Workplace.facts(completed).frames()).isEqualTo(3);
    assertThat(Workplace.facts(completed).durationMillis()).isEqualTo(100 + 200 + 300);
    byte[] file = workplace.bytes(Workplace.webp(completed, "whole"));
    WebpAnimation animation = WebpAnimation.read(file);
    assertThat(animation.width()).isEqualTo(60);
    assertThat(animation.height()).isEqualTo(40);
    var header = (Header) HeaderParser.WEBP.inspect(file, true);
    assertThat(header.animation()).isEqualTo(new Animation(600, 7));
    var player = new WebpPlayer(file, animation);
    for (int i = 0; i < 3; i++) {
      WebpPlayer.Shown shown = player.next();
      assertThat(shown.duration()).isEqualTo(Duration.ofMillis(100L * (i + 1)));
      int pixel = shown.canvas().pixels()[20 * 60 + 30];
      assertThat(Pictures.difference(pixel | 0xff000000, COLORS[i])).isLessThan(12);
    }
    assertThat(player.hasNext()).isFalse();
  }

  @Test
  void whatIsCroppedAndWhatIsNoWebpHoldsTheFirstFrame() throws Exception {
    Completed completed = workplace.complete(moving(120, 80, 3));

    assertThat(Pictures.difference(workplace.picture(completed, "whole").getRGB(9, 9), COLORS[0]))
        .isLessThan(12);
    assertThat(Pictures.difference(workplace.picture(completed, "part").getRGB(9, 9), COLORS[0]))
        .isLessThan(12);
    byte[] part = workplace.bytes(Workplace.webp(completed, "part"));
    assertThat(new String(part, 0, 64, ISO_8859_1)).doesNotContain("ANIM");
  }

  @Test
  void renditionsThatComeOutTheSameAreStoredOnce() throws Exception {
    Completed completed = workplace.complete(moving(50, 50, 2));

    assertThat(Workplace.webp(completed, "whole").key())
        .isEqualTo(Workplace.webp(completed, "same").key());
  }

  @ParameterizedTest
  @CsvSource({
    "max-frames, 2, TOO_MANY_FRAMES",
    "max-pixels, 28000, TOO_MANY_PIXELS",
    "time, 0.000001s, TOOK_TOO_LONG"
  })
  void whatMovesTooMuchStandsStillAndIsSaidTo(String limit, String value, ErrorCode code)
      throws Exception {
    var strict = new Workplace(Map.of("darkroom.image.animation." + limit, value));

    Completed completed = strict.complete(moving(120, 80, 3));

    assertThat(completed.missing())
        .extracting(Missing::name, Missing::code)
        .containsExactly(tuple("animation", code));
    byte[] large = strict.bytes(Workplace.webp(completed, "large"));
    assertThat(new String(large, 0, 64, ISO_8859_1)).doesNotContain("ANIM");
  }

  @Test
  void framesBehindABreakAreMissingAndTheOthersThere() throws Exception {
    byte[] file = moving(120, 80, 3);

    Completed completed = workplace.complete(Arrays.copyOf(file, file.length - 10));

    assertThat(completed.renditions()).isNotEmpty();
    assertThat(Workplace.facts(completed).damaged()).isTrue();
  }

  @Test
  void anAnimatedPngStandsStillAndIsSaidTo() throws Exception {
    byte[] control = {0, 0, 0, 2, 0, 0, 0, 0};

    Completed completed =
        workplace.complete(Pictures.png(Pictures.quarters(50, 40), "acTL", control));

    assertThat(Workplace.facts(completed).frames()).isEqualTo(2);
    assertThat(completed.missing())
        .extracting(Missing::name, Missing::code)
        .containsExactly(tuple("animation", ErrorCode.UNSUPPORTED_FORMAT));
  }

  /**
   * Writes frames of one color each, the n-th shown for n tenths of a second, played seven times.
   */
  private static byte[] moving(int width, int height, int frames) {
    try (var writer = new AnimatedWebpWriter(width, height, 7, WebpOptions.of(90))) {
      for (int i = 0; i < frames; i++) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, COLORS[i]);
        writer.add(new Bitmap(pixels, width, height, true), Duration.ofMillis(100L * (i + 1)));
      }
      return writer.finish();
    }
  }
}
