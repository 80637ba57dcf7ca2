package dev.darkroom.codec.webp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WebpHeaderTest {
  private static final byte[] COLORS = WebpBytes.chunk("VP8L", new byte[] {1, 2, 3});
  private static final byte[] FRAME = WebpBytes.anmf(0, 0, 100, 50, 40, 0, COLORS);
  private static final byte[] BRIEF = WebpBytes.anmf(0, 0, 100, 50, 10, 0, COLORS);
  private static final byte[] ANIMATION =
      WebpBytes.riff(WebpBytes.vp8x(100, 50), WebpBytes.anim(0, 3), FRAME, BRIEF);

  @Test
  void anAnimationsDurationsAreAddedUpAsBrowsersShowThem() throws Malformed {
    Header header = header(ANIMATION);

    assertThat(header.width()).isEqualTo(100);
    assertThat(header.height()).isEqualTo(50);
    assertThat(header.channels().alpha()).isEqualTo(Alpha.STRAIGHT);
    assertThat(header.frames()).isEqualTo(2);
    assertThat(header.animation()).isEqualTo(new Animation(140, 3));
  }

  @Test
  void framesAreCountedThatTheDecoderFinds() throws Malformed {
    byte[] cutOff = Arrays.copyOf(ANIMATION, ANIMATION.length - 3);
    byte[] continued = Arrays.copyOf(ANIMATION, ANIMATION.length + FRAME.length);
    System.arraycopy(FRAME, 0, continued, ANIMATION.length, FRAME.length);

    for (byte[] file : new byte[][] {ANIMATION, cutOff, continued}) {
      assertThat(header(file).frames()).isEqualTo(WebpAnimation.read(file).frames().size());
    }
    assertThat(header(cutOff).frames()).isEqualTo(1);
    assertThat(header(continued).frames()).isEqualTo(2);
  }

  @Test
  void aProfileIsKeptUnlessItIsTooLarge() throws Malformed {
    byte[] small = WebpBytes.chunk("ICCP", new byte[7]);
    byte[] large = WebpBytes.chunk("ICCP", new byte[Profile.MAX_ICC + 1]);

    assertThat(header(WebpBytes.riff(WebpBytes.vp8x(2, 2), small, FRAME)).color().profile())
        .isInstanceOfSatisfying(Profile.Icc.class, icc -> assertThat(icc.bytes()).hasSize(7));
    assertThat(header(WebpBytes.riff(WebpBytes.vp8x(2, 2), large, FRAME)).color().profile())
        .isEqualTo(new Profile.Oversized(Profile.MAX_ICC + 1));
  }

  private static Header header(byte[] file) throws Malformed {
    return WebpHeader.read(new Head(file, true));
  }
}
