package dev.darkroom.codec.gif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.TimeLimit;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.codec.inspect.HeaderParser;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GifHeaderTest {
  @Test
  void durationsAreAddedUpAsBrowsersShowThem() throws Malformed {
    Header header =
        header(
            new GifBytes(2, 1)
                .control(0, 25, -1)
                .frame(0, 0, 1, 1, false, "1")
                .control(0, 0, -1)
                .frame(0, 0, 1, 1, false, "2")
                .end());

    assertThat(header.frames()).isEqualTo(2);
    assertThat(header.animation()).isEqualTo(new Animation(350, 1));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 2", "4, 5"})
  void itIsPlayedOnceAndThenRepeated(int repeats, int plays) throws Malformed {
    Header header = header(twoFrames(new GifBytes(2, 1).repeated(repeats)).end());

    assertThat(header.animation()).isEqualTo(new Animation(200, plays));
  }

  @Test
  void oneFrameIsNoAnimation() throws Malformed {
    Header header = header(new GifBytes(2, 1).repeated(0).frame(0, 0, 1, 1, false, "1").end());

    assertThat(header.frames()).isEqualTo(1);
    assertThat(header.animation()).isNull();
  }

  @Test
  void aTransparentColorInAnyFrameIsAlpha() throws Malformed {
    GifBytes opaque = new GifBytes(2, 1).frame(0, 0, 1, 1, false, "1");

    assertThat(header(opaque.unended()).channels().alpha()).isEqualTo(Alpha.NONE);
    assertThat(header(opaque.control(0, 5, 3).frame(0, 0, 1, 1, false, "1").end()).channels())
        .extracting("alpha")
        .isEqualTo(Alpha.STRAIGHT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void zerosBetweenBlocksNeitherStopTheCountNorTheReader(int zeros) throws Malformed, OutOfTime {
    GifBytes gif = new GifBytes(2, 1).frame(0, 0, 1, 1, false, "1");
    byte[] file = gif.raw(new int[zeros]).control(0, 5, -1).frame(1, 0, 1, 1, false, "2").end();

    assertThat(header(file).frames()).isEqualTo(2);
    assertThat(framesRead(file)).isEqualTo(2);
  }

  @Test
  void whereverTheFileEndsOrBreaksAsManyFramesAreCountedAsRead() throws Malformed, OutOfTime {
    byte[] file = twoFrames(new GifBytes(2, 1).repeated(1)).frame(0, 0, 1, 1, false, "3").end();
    int complete = new GifBytes(2, 1).frame(0, 0, 1, 1, false, "1").unended().length;
    int compared = 0;
    for (int length = complete + 20; length <= file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      assertThat(header(part).frames()).as("%d bytes", length).isEqualTo(framesRead(part));
      for (int value : new int[] {0, 1, 9, 0x21, 0x2c, 0x3b, 0xff}) {
        part[length - 1] = (byte) value;
        assertThat(header(part).frames()).as("%d at %d", value, length).isEqualTo(framesRead(part));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void theFirstImageCompletesTheScreen() throws Malformed {
    byte[] file = new GifBytes(1, 5).frame(2, 1, 2, 3, false, "123123").end();
    int descriptor = new GifBytes(1, 5).unended().length;

    assertThat(header(file).width()).isEqualTo(4);
    assertThat(header(file).height()).isEqualTo(5);
    assertThat(HeaderParser.GIF.inspect(Arrays.copyOf(file, descriptor), false))
        .isInstanceOf(Inspection.NeedMore.class);
  }

  private static GifBytes twoFrames(GifBytes gif) {
    return gif.frame(0, 0, 1, 1, false, "1").frame(1, 0, 1, 1, false, "2");
  }

  private static Header header(byte[] file) throws Malformed {
    return GifHeader.read(new Head(file, true));
  }

  private static int framesRead(byte[] file) throws Malformed, OutOfTime {
    GifReader reader = GifReader.open(file, 1_000_000, TimeLimit.NONE);
    int frames = 0;
    while (reader.next() != null) {
      frames++;
    }
    return frames;
  }
}
