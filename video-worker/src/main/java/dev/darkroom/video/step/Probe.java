package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;
import java.time.Duration;

/** Reads the index: the tracks, their samples and the metadata. */
public final class Probe {
  private final Mp4Limits limits;
  private final Duration timeBudget;

  public Probe(Mp4Limits limits, Duration timeBudget) {
    this.limits = limits;
    this.timeBudget = timeBudget;
  }

  public Progress<Probed> probe(Identified file) throws IOException {
    RangedOriginal original = file.original();
    Movie movie;
    try {
      movie = Mp4Reader.read(original, limits);
    } catch (Malformed e) {
      return Progress.rejected(Rejections.corrupt(e), VideoMetadata.unread(file.format()));
    }
    VideoTrack video = VideoTrack.of(movie).orElse(null);
    Media media = new VideoMetadata(file.format(), original.job().size(), movie).media(video);
    if (video == null) {
      return Progress.rejected(Rejection.of(ErrorCode.NO_PICTURE), media);
    }
    Deadline budget = budget(original.job().deadline());
    return new Progress.At<>(new Probed(original, file.readAs(), movie, video, media, budget));
  }

  /** Leaves a tenth of the invocation's time for storing, if that is less than the file's own. */
  private Deadline budget(Deadline invocation) {
    Duration left = invocation.remaining().multipliedBy(9).dividedBy(10);
    return Deadline.after(left.compareTo(timeBudget) < 0 ? left : timeBudget);
  }
}
