package dev.darkroom.image.step;

import dev.darkroom.batch.Deadline;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/** Stops a reader that takes too long, and remembers whether it met damage. */
final class DecodeWatch implements IIOReadProgressListener, IIOReadWarningListener {
  /**
   * How libjpeg's warnings of damaged entropy-coded data begin (jerror.h); of these, stray bytes
   * between segments do no harm and are common.
   */
  private static final String DAMAGE = "Corrupt JPEG data";

  private static final String HARMLESS = "extraneous bytes";

  private final Deadline deadline;
  private @Nullable String damage;
  private boolean aborted;

  DecodeWatch(Deadline deadline) {
    this.deadline = deadline;
  }

  void watch(ImageReader reader) {
    reader.addIIOReadProgressListener(this);
    reader.addIIOReadWarningListener(this);
  }

  /** The first sign of damage that the decoder passed over; null when there was none. */
  @Nullable String damage() {
    return damage;
  }

  /** Whether time ran out. */
  boolean aborted() {
    return aborted;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (deadline.passed()) {
      aborted = true;
      source.abort();
    }
  }

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    if (damage == null && warning.startsWith(DAMAGE) && !warning.contains(HARMLESS)) {
      damage = warning;
    }
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
