package dev.darkroom.codec.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Header;
import dev.darkroom.fixtures.Fixtures;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeaderAnimationTest {
  private static final int BEHIND_SCREEN = 13 + 3 * 4;

  @Test
  void aGifSaysHowLongItLastsAndHowOftenItPlays() {
    byte[] once = Fixtures.SMALL_FRAME_GIF.bytes();
    var out = new ByteArrayOutputStream();
    out.write(once, 0, BEHIND_SCREEN);
    out.writeBytes(new byte[] {0x21, (byte) 0xff, 11});
    out.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(new byte[] {3, 1, 4, 0, 0});
    frame(out, once, 25);
    frame(out, once, 0);
    out.write(0x3b);

    Header header = (Header) HeaderParser.GIF.inspect(out.toByteArray(), true);

    assertThat(header.frames()).isEqualTo(2);
    // A frame that says nothing is shown for 100 ms; four repeats are five plays.
    assertThat(header.animation()).isEqualTo(new Animation(350, 5));
  }

  @Test
  void aStillHasNoAnimation() {
    assertThat(
            ((Header) HeaderParser.GIF.inspect(Fixtures.SMALL_FRAME_GIF.bytes(), true)).animation())
        .isNull();
  }

  @Test
  void anAnimatedWebpSaysHowLongItLastsAndHowOftenItPlays() {
    ByteBuffer riff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    riff.put(ascii("RIFF")).putInt(192).put(ascii("WEBP"));
    riff.put(ascii("VP8X")).putInt(10).put((byte) 0x12).put(new byte[3]).put(u24(99)).put(u24(49));
    riff.put(ascii("ANIM")).putInt(6).putInt(0).putShort((short) 3);
    for (int millis : new int[] {40, 10}) {
      riff.put(ascii("ANMF")).putInt(16).put(new byte[6]).put(u24(99)).put(u24(49));
      riff.put(u24(millis)).put((byte) 0);
    }

    Header header = (Header) HeaderParser.WEBP.inspect(riff.array(), true);

    assertThat(header.width()).isEqualTo(100);
    assertThat(header.height()).isEqualTo(50);
    assertThat(header.alpha()).isEqualTo(Alpha.STRAIGHT);
    assertThat(header.frames()).isEqualTo(2);
    assertThat(header.animation()).isEqualTo(new Animation(140, 3));
  }

  /** The fixture's frame, with a delay in hundredths before it. */
  private static void frame(ByteArrayOutputStream out, byte[] once, int delay) {
    out.writeBytes(new byte[] {0x21, (byte) 0xf9, 4, 0, (byte) delay, 0, 0, 0});
    int at = BEHIND_SCREEN;
    while (once[at] == 0x21) {
      at += 2;
      while (once[at] != 0) {
        at += 1 + (once[at] & 0xff);
      }
      at++;
    }
    out.write(once, at, once.length - 1 - at);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] u24(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16)};
  }
}
