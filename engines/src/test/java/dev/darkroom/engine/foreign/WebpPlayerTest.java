package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.webp.WebpAnimation;
import dev.darkroom.codec.webp.WebpBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebpPlayerTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;
  private static final WebpOptions LOSSLESS = new WebpOptions(30, 1, 100, true);
  private static final int HALF_RED = 0x80ff0000;
  private static final int BLUE = 0xff0000ff;

  /** A frame before it is encoded. */
  private record Part(int x, int y, Bitmap picture, int flags) {}

  @BeforeAll
  static void needsTurbo() {
    assumeTrue(NativeCodecs.available(), NativeCodecs::description);
  }

  @Test
  void blendingLaysOneColorOverAnother() throws Malformed {
    int[] seen = lastOf(plain(0, 0, WIDTH, BLUE, 0), plain(4, 6, 10, HALF_RED, 0));

    assertThat(at(seen, 3, 6)).isEqualTo(BLUE);
    assertThat(at(seen, 4, 6)).isEqualTo(0xff80007f);
  }

  @Test
  void notBlendingReplacesAlphaToo() throws Malformed {
    int[] seen =
        lastOf(plain(0, 0, WIDTH, BLUE, 0), plain(4, 6, 10, HALF_RED, WebpBytes.NOT_BLENDED));

    assertThat(at(seen, 4, 6)).isEqualTo(HALF_RED);
    assertThat(at(seen, 14, 6)).isEqualTo(BLUE);
  }

  @Test
  void disposalClearsOnlyTheFramesOwnRectangle() throws Malformed {
    int[] seen =
        lastOf(
            plain(0, 0, WIDTH, BLUE, 0),
            plain(4, 6, 10, HALF_RED, WebpBytes.DISPOSED),
            plain(20, 20, 4, HALF_RED, 0));

    assertThat(at(seen, 4, 6)).isZero();
    assertThat(at(seen, 14, 6)).isEqualTo(BLUE);
  }

  @Test
  void uncoveredPlacesAreTransparentWhateverTheBackground() throws Malformed {
    assertThat(at(lastOf(plain(4, 6, 10, BLUE, 0)), 0, 0)).isZero();
  }

  @Test
  void opaqueIsWhatCoversTheCanvas() throws Malformed {
    byte[] file = file(List.of(plain(4, 6, 10, BLUE, 0), plain(0, 0, WIDTH, BLUE, 0)));
    var player = new WebpPlayer(file, WebpAnimation.read(file));

    assertThat(player.next().canvas().opaque()).isFalse();
    assertThat(player.next().canvas().opaque()).isTrue();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(player::next);
  }

  @Test
  void aFrameOfAnotherSizeThanItsBitstreamIsRefused() throws Malformed {
    byte[] one = NativeWebp.encode(new Bitmap(new int[] {BLUE}, 1, 1, true), LOSSLESS);
    byte[] file =
        WebpBytes.riff(
            WebpBytes.vp8x(2, 2), WebpBytes.anmf(0, 0, 2, 2, 1, 0, WebpBytes.bitstream(one)));
    var player = new WebpPlayer(file, WebpAnimation.read(file));

    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(player::next)
        .withMessageContaining("1×1 instead of 2×2");
  }

  @Test
  void libwebpsOwnAnimationDecoderSeesTheSame() throws Throwable {
    var random = new Random(5);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int width = i == 0 ? WIDTH : 2 + random.nextInt(20);
      int height = i == 0 ? HEIGHT : 2 + random.nextInt(15);
      int x = 2 * random.nextInt((WIDTH - width) / 2 + 1);
      int y = 2 * random.nextInt((HEIGHT - height) / 2 + 1);
      int[] pixels = random.ints((long) width * height).toArray();
      parts.add(new Part(x, y, new Bitmap(pixels, width, height, false), i % 4));
    }
    byte[] file = file(parts);
    List<byte[]> expected = AnimDecoder.pictures(file, WIDTH, HEIGHT);

    var player = new WebpPlayer(file, WebpAnimation.read(file));

    assertThat(expected).hasSize(parts.size());
    for (byte[] picture : expected) {
      assertNear(player.next().canvas(), picture);
    }
    assertThat(player.hasNext()).isFalse();
  }

  /** Premultiplies colors, because those of nearly transparent pixels may be rounded in any way. */
  private static void assertNear(Bitmap seen, byte[] rgba) {
    for (int i = 0; i < seen.pixels().length; i++) {
      int ours = seen.pixels()[i];
      int alpha = rgba[4 * i + 3] & 0xff;
      assertThat(ours >>> 24).as("alpha of pixel %d", i).isCloseTo(alpha, Offset.offset(1));
      for (int channel = 0; channel < 3; channel++) {
        int a = ((ours >> (16 - 8 * channel)) & 0xff) * (ours >>> 24) / 255;
        int b = (rgba[4 * i + channel] & 0xff) * alpha / 255;
        assertThat(a).as("pixel %d", i).isCloseTo(b, Offset.offset(2));
      }
    }
  }

  private static int at(int[] canvas, int x, int y) {
    return canvas[y * WIDTH + x];
  }

  private static Part plain(int x, int y, int width, int color, int flags) {
    int height = Math.min(width, HEIGHT);
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, color);
    return new Part(x, y, new Bitmap(pixels, width, height, false), flags);
  }

  private static int[] lastOf(Part... parts) throws Malformed {
    byte[] file = file(List.of(parts));
    var player = new WebpPlayer(file, WebpAnimation.read(file));
    Bitmap canvas = player.next().canvas();
    while (player.hasNext()) {
      canvas = player.next().canvas();
    }
    return canvas.pixels();
  }

  private static byte[] file(List<Part> parts) {
    List<byte[]> chunks = new ArrayList<>();
    chunks.add(WebpBytes.vp8x(WIDTH, HEIGHT));
    chunks.add(WebpBytes.anim(0xff00ff00, 0));
    for (Part part : parts) {
      Bitmap picture = part.picture();
      byte[] bitstream = WebpBytes.bitstream(NativeWebp.encode(picture, LOSSLESS));
      chunks.add(
          WebpBytes.anmf(
              part.x(), part.y(), picture.width(), picture.height(), 50, part.flags(), bitstream));
    }
    return WebpBytes.riff(chunks.toArray(byte[][]::new));
  }
}
