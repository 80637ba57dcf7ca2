package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.image.step.Pictures;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.SampleJob;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {
  private final Workplace workplace = new Workplace();

  @ParameterizedTest
  @EnumSource(names = {"PHONE_PHOTO", "ALPHA_PNG", "SMALL_FRAME_GIF"})
  void doingItAgainGivesTheSameBytesUnderTheSameKeys(Fixtures fixture) throws Exception {
    var first = workplace.complete(fixture.bytes());
    List<byte[]> before = bytes(first);

    var second = new Workplace();
    var again = second.complete(fixture.bytes());

    assertThat(again).isEqualTo(first);
    for (int i = 0; i < before.size(); i++) {
      assertThat(second.bytes(again.renditions().get(i))).isEqualTo(before.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void allEightOrientationsGiveTheSamePicture(int orientation) throws Exception {
    BufferedImage upright = Pictures.quarters(320, 240);
    BufferedImage stored = Orientations.stored(upright, orientation);

    for (byte[] file :
        List.of(Pictures.jpeg(stored, orientation), Pictures.png(stored, orientation))) {
      var completed = workplace.complete(file);
      BufferedImage small = workplace.picture(completed, "large");

      assertThat(completed.media().width()).isEqualTo(320);
      assertThat(completed.media().height()).isEqualTo(240);
      assertThat(Workplace.facts(completed).orientation()).isEqualTo(orientation);
      assertThat(small.getWidth()).isEqualTo(320);
      int[] seen = Pictures.corners(small);
      int[] meant = Pictures.corners(upright);
      for (int i = 0; i < meant.length; i++) {
        assertThat(Pictures.difference(seen[i], meant[i])).isLessThan(8);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_PHOTO", "ALPHA_PNG"})
  void nothingOfTheOriginalsMetadataIsInARendition(Fixtures fixture) throws Exception {
    for (byte[] bytes : bytes(workplace.complete(fixture.bytes()))) {
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
          .doesNotContain("Exif", "EXIF", "GPS", "SERIAL", "4711", "Darkroom", "2026:05")
          .doesNotContain(
              "ICC_PROFILE", "ICCP", "iCCP", "eXIf", "tEXt", "iTXt", "XMP ", "ns.adobe.com");
    }
  }

  @Test
  void anOriginalDeletedOrReplacedSinceTheEventIsLeftAlone() throws Exception {
    Job job = workplace.upload(Fixtures.PLAIN_PHOTO.bytes());
    workplace.upload(Fixtures.BMP.bytes());

    assertThat(workplace.process(job)).isEqualTo(new Outcome.Vanished());

    workplace.store().delete(List.of(job.original().key()));
    assertThat(workplace.process(job)).isEqualTo(new Outcome.Vanished());
    assertThat(workplace.store().keys("processed/")).isEmpty();
  }

  @Test
  void noStepIsTakenWithoutTimeLeft() {
    Job job = workplace.upload(Fixtures.PLAIN_PHOTO.bytes());
    Job late = SampleJob.of(job.original(), job.etag(), job.size(), Deadline.after(Duration.ZERO));

    assertThatThrownBy(() -> workplace.process(late)).isInstanceOf(TimeoutException.class);
    assertThat(workplace.store().keys("processed/")).isEmpty();
  }

  private List<byte[]> bytes(Outcome.Completed completed) throws Exception {
    var all = new java.util.ArrayList<byte[]>();
    for (Rendition rendition : completed.renditions()) {
      all.add(workplace.bytes(rendition));
    }
    return all;
  }
}
