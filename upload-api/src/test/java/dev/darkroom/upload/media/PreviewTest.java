package dev.darkroom.upload.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.Rendition;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private final Rendition large = picture("large", 1920);
  private final Rendition small = picture("small", 512);
  private final Rendition thumb = picture("thumb", 160);

  @Test
  void itIsTheSmallestPictureThatIsLargeEnough() {
    assertThat(Summaries.preview(List.of(large, thumb, small))).hasValue(small);
  }

  @Test
  void whereAllAreTooSmallItIsTheLargest() {
    assertThat(Summaries.preview(List.of(thumb, picture("tiny", 16)))).hasValue(thumb);
  }

  @Test
  void ofOnePictureInTwoFormatsItIsTheLighter() {
    var heavy = new Rendition("small", "small.jpg", "image/jpeg", 512, 256, 2);

    assertThat(Summaries.preview(List.of(heavy, small, large))).hasValue(small);
    assertThat(Summaries.preview(List.of(small, heavy, large))).hasValue(small);
  }

  @Test
  void storyboardsAndStreamsAreNoPreviews() {
    var stream = new Rendition("stream", "k", "video/mp4", 1920, 1080, 1);

    assertThat(Summaries.preview(List.of(picture("storyboard", 800), stream))).isEmpty();
    assertThat(Summaries.preview(List.of(picture("storyboard", 800), stream, large)))
        .hasValue(large);
  }

  private static Rendition picture(String name, int width) {
    return new Rendition(name, name + ".jpg", "image/jpeg", width, width / 2, 1);
  }
}
