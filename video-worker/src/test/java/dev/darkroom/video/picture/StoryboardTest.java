package dev.darkroom.video.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.job.SampleJob;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryboardTest {
  private static final OutputKeys KEYS =
      SampleJob.of(
              OriginalKey.parse("originals/video/film.mp4").orElseThrow(),
              "etag",
              1,
              Deadline.after(Duration.ofMinutes(1)))
          .outputs();

  private final Storyboard storyboard = new Storyboard(160, new PictureEncoder(90, 90));

  @ParameterizedTest
  @CsvSource({"0, 25", "1, 25", "125, 25", "126, 26", "300, 60", "500, 100", "36000, 100"})
  void hasATileEveryFiveSecondsWithinItsBounds(double seconds, int steps) {
    assertThat(Storyboard.steps(seconds)).isEqualTo(steps);
  }

  @Test
  void eachCueNamesTheTileOfItsTime() throws Exception {
    var scenes = new ArrayList<Scene>();
    for (int i = 0; i < 6; i++) {
      scenes.add(new Scene(i * 700.5, (i + 1) * 700.5, flat(40 * i)));
    }

    List<OutputFile> files = storyboard.files(scenes, KEYS);

    BufferedImage sheet = ImageIO.read(new ByteArrayInputStream(files.getFirst().bytes()));
    String picture = OutputKeys.fileName(files.getFirst().key(KEYS));
    String vtt = new String(files.get(1).bytes(), StandardCharsets.UTF_8);
    assertThat(vtt)
        .startsWith("WEBVTT\n\n00:00:00.000 --> 00:11:40.500\n" + picture + "#xywh=0,0,160,90\n")
        .contains("\n00:58:22.500 --> 01:10:03.000\n" + picture + "#xywh=320,90,160,90\n");
    List<String> tiles = vtt.lines().filter(line -> line.contains("#xywh=")).toList();
    assertThat(tiles).hasSize(6);
    for (int i = 0; i < 6; i++) {
      int[] box =
          Arrays.stream(tiles.get(i).split("[=,]")).skip(1).mapToInt(Integer::parseInt).toArray();
      int middle = sheet.getRGB(box[0] + box[2] / 2, box[1] + box[3] / 2) & 0xff;
      assertThat(middle).isBetween(40 * i - 4, 40 * i + 4);
    }
  }

  @Test
  void uprightVideosHaveUprightTiles() {
    var tall = new Scene(0, 1, flat(9).turned(90, false));

    OutputFile sheet = storyboard.files(List.of(tall), KEYS).getFirst();

    assertThat(sheet.width()).isEqualTo(90);
    assertThat(sheet.height()).isEqualTo(160);
  }

  private static RgbPicture flat(int value) {
    byte[] samples = new byte[320 * 180];
    Arrays.fill(samples, (byte) value);
    Plane plane = new Plane(samples, 320, 180);
    return new RgbPicture(plane, plane, plane);
  }
}
