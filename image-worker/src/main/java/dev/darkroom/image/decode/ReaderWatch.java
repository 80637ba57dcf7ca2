package dev.darkroom.image.decode;

import dev.darkroom.stage.batch.Deadline;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;

/** Aborts an ImageIO reader when its time has run out, and remembers whether it met damage. */
final class ReaderWatch implements IIOReadProgressListener, IIOReadWarningListener {
  /**
   * Prefix of libjpeg's warnings of missing or broken entropy-coded data (jerror.h). Of these,
   * stray bytes between segments are harmless and common.
   */
  private static final String BROKEN = "Corrupt JPEG data";

  private static final String HARMLESS = "extraneous bytes";

  private final Deadline deadline;
  private boolean damaged;

  ReaderWatch(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Returns whether the reader skipped damaged data. */
  boolean damaged() {
    return damaged;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (deadline.passed()) {
      source.abort();
    }
  }

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    damaged |= warning.startsWith(BROKEN) && !warning.contains(HARMLESS);
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}
