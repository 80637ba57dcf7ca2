package dev.darkroom.image.decode;

import dev.darkroom.stage.batch.Deadline;
import java.time.Duration;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;

/** Stops ImageIO's readers when they take too long, and remembers whether they met damage. */
public final class DecodeWatch implements IIOReadProgressListener, IIOReadWarningListener {
  /**
   * How libjpeg's warnings of missing or broken entropy-coded data begin (jerror.h); of these,
   * stray bytes between segments do no harm and are common.
   */
  private static final String BROKEN = "Corrupt JPEG data";

  private static final String HARMLESS = "extraneous bytes";

  private final Deadline deadline;
  private boolean damaged;

  public DecodeWatch(Deadline deadline) {
    this.deadline = deadline;
  }

  void watch(ImageReader reader) {
    reader.addIIOReadProgressListener(this);
    reader.addIIOReadWarningListener(this);
  }

  /** Whether a reader passed over damage. */
  boolean damaged() {
    return damaged;
  }

  /** Of the time for decoding; none of it once that has passed. */
  Duration remaining() {
    Duration left = deadline.remaining();
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether time has run out. */
  public boolean passed() {
    return deadline.passed();
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
