package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.contract.Outcome.Rejected;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.image.hostile.TiffBombs;
import org.junit.jupiter.api.Test;

/** Says what of an original its renditions do not show. */
class NothingLeftOutSilentlyTest {
  private final Workplace workplace = new Workplace();

  @Test
  void pagesAfterTheFirstAreListedAsMissing() throws Exception {
    Completed completed = workplace.complete(TiffBombs.directories(3));

    assertThat(Workplace.facts(completed).frames()).isEqualTo(3);
    assertThat(completed.missing())
        .containsExactly(
            new Missing(
                "pages", ErrorCode.UNSUPPORTED_FORMAT, "Only the first of 3 pages is shown."));
  }

  @Test
  void aRawPhotoIsShownByItsPreviewWhichIsSaid() throws Exception {
    byte[] jpeg = Fixtures.PLAIN_PHOTO.bytes();

    Completed completed = workplace.complete(TiffBombs.rawPhoto(jpeg));

    assertThat(completed.media().width()).isEqualTo(1200);
    assertThat(completed.missing())
        .containsExactly(
            new Missing(
                "raw",
                ErrorCode.UNSUPPORTED_FORMAT,
                "The raw picture is not developed; the preview that its camera made is shown."));
    byte[] small = workplace.bytes(Workplace.plain(completed, "small"));
    assertThat(small)
        .isEqualTo(workplace.bytes(Workplace.plain(workplace.complete(jpeg), "small")));
  }

  @Test
  void aThumbnailIsNotPublishedInTheNameOfARawPhoto() throws Exception {
    Rejected rejected =
        (Rejected) workplace.process(TiffBombs.rawPhoto(Fixtures.ADOBE_RGB_PHOTO.bytes()));

    assertThat(rejected.rejection().code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
    assertThat(rejected.rejection().message())
        .endsWith("A TIFF with a raw picture (DNG) and no large preview.");
  }
}
