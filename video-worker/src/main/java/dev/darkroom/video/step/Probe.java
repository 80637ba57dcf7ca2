package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.Progress;
import java.io.IOException;
import java.time.Duration;

/** Reads the index, and from it all that is told about the video. */
public final class Probe {
  private final Mp4Limits limits;
  private final Duration timeBudget;

  public Probe(Mp4Limits limits, Duration timeBudget) {
    this.limits = limits;
    this.timeBudget = timeBudget;
  }

  public Progress<Probed> probe(Identified file) throws IOException {
    Movie movie;
    try {
      movie = Mp4Reader.read(file.original(), limits);
    } catch (Malformed e) {
      return Progress.rejected(Rejections.corrupt(e), Facts.unread(file.format()));
    }
    Facts facts = new Facts(file.format(), file.original().size(), movie);
    Track video = movie.video().orElse(null);
    SampleEntry entry = video == null ? null : video.entry();
    if (video == null || entry == null) {
      return Progress.rejected(Rejection.of(ErrorCode.NO_PICTURE), facts.media(null, null));
    }
    Media media = facts.media(video, entry);
    return new Progress.At<>(
        new Probed(file.job(), file.original(), movie, video, entry, media, budget(file.job())));
  }

  /** The file's own budget, or a part of what is left of the invocation's time, if that is less. */
  private Deadline budget(Job job) {
    Duration left = job.deadline().remaining().multipliedBy(9).dividedBy(10);
    return Deadline.after(left.compareTo(timeBudget) < 0 ? left : timeBudget);
  }
}
