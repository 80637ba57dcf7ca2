package dev.darkroom.codec.webp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.darkroom.codec.Malformed;
import dev.darkroom.fixtures.Fixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WebpAnimationTest {
  private static final byte[] COLORS = WebpBytes.chunk("VP8L", new byte[] {1, 2, 3});
  private static final byte[] ALPHA = WebpBytes.chunk("ALPH", new byte[5]);
  private static final byte[] OTHER = WebpBytes.chunk("what", new byte[7]);

  @Test
  void framesAreReadWithPlaceDurationAndFlags() throws Malformed {
    WebpAnimation animation =
        WebpAnimation.read(
            WebpBytes.riff(
                WebpBytes.vp8x(300, 200),
                WebpBytes.chunk("ICCP", new byte[3]),
                WebpBytes.anim(0x80102030, 7),
                OTHER,
                WebpBytes.anmf(0, 0, 300, 200, 70_000, 0, COLORS),
                WebpBytes.anmf(10, 20, 30, 40, 5, WebpBytes.DISPOSED, COLORS),
                WebpBytes.anmf(298, 198, 2, 2, 0, WebpBytes.NOT_BLENDED, COLORS)));

    assertThat(animation.width()).isEqualTo(300);
    assertThat(animation.height()).isEqualTo(200);
    assertThat(animation.truncated()).isFalse();
    assertThat(animation.frames())
        .extracting(WebpFrame::x, WebpFrame::y, WebpFrame::width, WebpFrame::height)
        .containsExactly(tuple(0, 0, 300, 200), tuple(10, 20, 30, 40), tuple(298, 198, 2, 2));
    assertThat(animation.frames())
        .extracting(WebpFrame::duration)
        .containsExactly(Duration.ofSeconds(70), Duration.ofMillis(5), Duration.ZERO);
    assertThat(animation.frames())
        .extracting(WebpFrame::blended)
        .containsExactly(true, true, false);
    assertThat(animation.frames())
        .extracting(WebpFrame::disposed)
        .containsExactly(false, true, false);
  }

  @Test
  void aFramesBitstreamReachesFromAlphaToColors() throws Malformed {
    byte[] lossy = WebpBytes.chunk("VP8 ", new byte[9]);
    byte[] file =
        WebpBytes.riff(
            WebpBytes.vp8x(2, 2),
            WebpBytes.anmf(0, 0, 2, 2, 1, 0, joined(OTHER, ALPHA, lossy, OTHER)));

    WebpFrame frame = WebpAnimation.read(file).frames().getFirst();

    byte[] bitstream = Arrays.copyOfRange(file, frame.start(), frame.start() + frame.length());
    byte[] expected = joined(ALPHA, lossy);
    // The padding of the last chunk is not needed.
    assertThat(bitstream).isEqualTo(Arrays.copyOf(expected, expected.length - 1));
  }

  @Test
  void aTruncatedFileHasTheFramesBeforeTheCut() throws Malformed {
    byte[] file =
        WebpBytes.riff(
            WebpBytes.vp8x(2, 2),
            WebpBytes.anmf(0, 0, 2, 2, 1, 0, COLORS),
            WebpBytes.anmf(0, 0, 2, 2, 1, 0, COLORS));

    WebpAnimation animation = WebpAnimation.read(Arrays.copyOf(file, file.length - 3));

    assertThat(animation.truncated()).isTrue();
    assertThat(animation.frames()).hasSize(1);
  }

  @Test
  void bytesAfterTheRiffChunkAreNotPartOfTheFile() throws Malformed {
    byte[] file = WebpBytes.riff(WebpBytes.vp8x(2, 2), WebpBytes.anmf(0, 0, 2, 2, 1, 0, COLORS));

    WebpAnimation animation =
        WebpAnimation.read(joined(file, WebpBytes.anmf(0, 0, 2, 2, 1, 0, COLORS)));

    assertThat(animation.frames()).hasSize(1);
  }

  @Test
  void aFrameOutsideTheCanvasIsRefused() {
    refused("outside", WebpBytes.vp8x(10, 10), WebpBytes.anmf(2, 0, 9, 10, 1, 0, COLORS));
    refused("outside", WebpBytes.vp8x(10, 10), WebpBytes.anmf(0, 2, 10, 9, 1, 0, COLORS));
  }

  @Test
  void aFrameWithoutColorsIsRefused() {
    refused("without colors", WebpBytes.vp8x(10, 10), WebpBytes.anmf(0, 0, 9, 10, 1, 0, ALPHA));
    refused("needs", WebpBytes.vp8x(10, 10), WebpBytes.chunk("ANMF", new byte[12]));
  }

  @Test
  void aFileThatIsNoAnimationIsRefused() throws Malformed {
    refused("no frame", WebpBytes.vp8x(10, 10), WebpBytes.anim(0, 0));
    refused("no VP8X", COLORS);
    for (Fixtures other : new Fixtures[] {Fixtures.WEBP, Fixtures.PLAIN_PHOTO, Fixtures.EMPTY}) {
      assertThatExceptionOfType(Malformed.class)
          .isThrownBy(() -> WebpAnimation.read(other.bytes()));
    }
  }

  private static void refused(String reason, byte[]... chunks) {
    assertThatExceptionOfType(Malformed.class)
        .isThrownBy(() -> WebpAnimation.read(WebpBytes.riff(chunks)))
        .withMessageContaining(reason);
  }

  private static byte[] joined(byte[]... chunks) {
    String all = "";
    for (byte[] chunk : chunks) {
      all += new String(chunk, StandardCharsets.ISO_8859_1);
    }
    return all.getBytes(StandardCharsets.ISO_8859_1);
  }
}
