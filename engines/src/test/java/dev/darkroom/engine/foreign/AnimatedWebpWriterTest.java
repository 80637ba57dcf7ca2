package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.webp.WebpAnimation;
import dev.darkroom.codec.webp.WebpFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NeedsNativeCodecs.class)
class AnimatedWebpWriterTest {
  private static final WebpOptions GOOD = WebpOptions.of(90);

  @Test
  void whatIsWrittenIsReadAgain() throws Malformed {
    List<Bitmap> pictures = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      pictures.add(withBall(Pictures.photo(160, 120), 20 + 25 * i, 60));
    }

    byte[] file = file(3, pictures);

    WebpAnimation animation = WebpAnimation.read(file);
    assertThat(animation.width()).isEqualTo(160);
    assertThat(animation.height()).isEqualTo(120);
    var header = (Header) HeaderParser.WEBP.inspect(file, true);
    assertThat(header.animation()).isEqualTo(new Animation(210, 3));
    assertThat(animation.truncated()).isFalse();
    assertThat(animation.frames())
        .extracting(WebpFrame::duration)
        .containsExactly(millis(40), millis(41), millis(42), millis(43), millis(44));
    var player = new WebpPlayer(file, animation);
    for (Bitmap picture : pictures) {
      WebpPlayer.Shown shown = player.next();
      assertThat(shown.damaged()).isFalse();
      assertThat(shown.canvas().opaque()).isTrue();
      assertThat(Pictures.psnr(picture, shown.canvas())).isGreaterThanOrEqualTo(34);
    }
    assertThat(player.hasNext()).isFalse();
  }

  @Test
  void transparencyIsKept() throws Malformed {
    List<Bitmap> pictures = List.of(Pictures.fading(80, 60), Pictures.fading(80, 60));
    for (int i = 0; i < 80 * 20; i++) {
      pictures.get(1).pixels()[i] = 0;
    }
    byte[] file;
    try (var writer = new AnimatedWebpWriter(80, 60, 0, new WebpOptions(50, 2, 100, true))) {
      for (Bitmap picture : pictures) {
        writer.add(picture, millis(100));
      }
      file = writer.finish();
    }

    var player = new WebpPlayer(file, WebpAnimation.read(file));

    for (Bitmap picture : pictures) {
      int[] seen = player.next().canvas().pixels();
      for (int i = 0; i < seen.length; i++) {
        int expected = picture.pixels()[i] >>> 24 == 0 ? 0 : picture.pixels()[i];
        assertThat(seen[i] >>> 24 == 0 ? 0 : seen[i]).isEqualTo(expected);
      }
    }
  }

  @Test
  void equalPicturesBecomeOneFrameShownLonger() throws Malformed {
    Bitmap one = Pictures.photo(64, 64);
    Bitmap other = withBall(Pictures.photo(64, 64), 30, 30);

    WebpAnimation animation = WebpAnimation.read(file(0, List.of(one, one, other)));

    assertThat(animation.frames())
        .extracting(WebpFrame::duration)
        .containsExactly(millis(40 + 41), millis(42));
  }

  @Test
  void picturesOfAnotherSizeAreRefused() {
    try (var writer = new AnimatedWebpWriter(10, 10, 0, GOOD)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.add(Pictures.photo(10, 11), millis(10)));
    }
  }

  @Test
  void durationsThatNoFrameCanHaveAreRefused() {
    try (var writer = new AnimatedWebpWriter(10, 10, 0, GOOD)) {
      Bitmap picture = Pictures.photo(10, 10);
      assertThatIllegalArgumentException().isThrownBy(() -> writer.add(picture, millis(-1)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.add(picture, AnimatedWebpWriter.LONGEST_FRAME.plusMillis(1)));
    }
  }

  @Test
  void canvasesThatLibwebpRefusesAreRefusedBefore() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnimatedWebpWriter(16_384, 1, 0, GOOD).close());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AnimatedWebpWriter(1, 1, 65_536, GOOD).close());
  }

  @Test
  void nothingCanBeAddedAfterTheEnd() {
    try (var writer = new AnimatedWebpWriter(10, 10, 0, GOOD)) {
      writer.add(Pictures.photo(10, 10), millis(10));
      byte[] still = writer.finish();

      assertThat(NativeWebp.decode(still, 10, 10)).isInstanceOf(Decoding.Picture.class);
      assertThatIllegalStateException()
          .isThrownBy(() -> writer.add(Pictures.photo(10, 10), millis(10)));
      assertThatIllegalStateException().isThrownBy(writer::finish);
    }
  }

  private static byte[] file(int loops, List<Bitmap> pictures) {
    Bitmap first = pictures.getFirst();
    try (var writer = new AnimatedWebpWriter(first.width(), first.height(), loops, GOOD)) {
      for (int i = 0; i < pictures.size(); i++) {
        writer.add(pictures.get(i), millis(40 + i));
      }
      return writer.finish();
    }
  }

  private static Bitmap withBall(Bitmap bitmap, int atX, int atY) {
    for (int i = 0; i < bitmap.pixels().length; i++) {
      if (Math.hypot(i % bitmap.width() - atX, i / bitmap.width() - atY) < 12) {
        bitmap.pixels()[i] = 0xffd04020;
      }
    }
    return bitmap;
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
