package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.engine.stream.StreamCoder;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.video.hls.KeyframeClaims;
import dev.darkroom.video.plan.StreamPlanner;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Plans {@code stream}, which other functions code, if the policy wants the video to have one. */
public final class PlanStream {
  private static final Logger LOG = Logger.getLogger(PlanStream.class);
  private static final String NAME = "stream";
  private static final String SOUND = "sound";
  private static final Rejection NO_ENCODER =
      Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "No encoder for its stream is installed here.");

  private static final Rejection SWITCHED_OFF =
      Rejection.of(
          ErrorCode.UNSUPPORTED_FORMAT,
          "Not every browser plays it, and coding streams is switched off here.");

  private static final Rejection ENDLESS =
      Rejection.of(ErrorCode.TOO_LONG, "A part of it lasts longer than its times can say.");

  private final ObjectStore store;
  private final StreamPlanner planner;
  private final Mp4Limits limits;
  private final @Nullable StreamCoder coder;

  /**
   * @param coder what the functions that code have, too; absent if no engine is installed
   */
  public PlanStream(
      ObjectStore store, StreamPlanner planner, Mp4Limits limits, @Nullable StreamCoder coder) {
    this.store = store;
    this.planner = planner;
    this.limits = limits;
    this.coder = coder;
  }

  /**
   * @throws IOException if trying again may help
   */
  public Progress<VideoOutputs> plan(VideoOutputs made) throws IOException, InterruptedException {
    Probed video = made.video();
    return new Progress.At<>(
        switch (planner.verdict(video.movie(), video.video().track())) {
          case CODED -> planned(made);
          case NOT_NEEDED -> made;
          case SWITCHED_OFF -> missing(made, SWITCHED_OFF);
        });
  }

  private VideoOutputs planned(VideoOutputs made) throws IOException, InterruptedException {
    Probed video = made.video();
    if (!codes()) {
      return missing(made, NO_ENCODER);
    }
    try {
      Movie movie = video.whole(limits);
      Track pictures = movie.video().orElse(video.video().track());
      return switch (planned(video, movie, pictures)) {
        case StreamPlanner.Planned.Impossible(Rejection reason) -> missing(made, reason);
        case StreamPlanner.Planned.Ready(StreamPlan plan, Rejection soundless) ->
            (soundless == null ? made : made.plus(List.of(Output.unavailable(SOUND, soundless))))
                .streamedBy(plan);
      };
    } catch (Malformed e) {
      return missing(made, Rejections.corrupt(e));
    } catch (ArithmeticException e) {
      return missing(made, ENDLESS);
    } catch (TimeoutException | OutOfTime e) {
      return made.plus(List.of(Output.tookTooLong(NAME)));
    }
  }

  private boolean codes() throws InterruptedException {
    String why = coder == null ? "no ffmpeg is installed" : coder.missing();
    if (why != null) {
      LOG.warnf("No streams are coded: %s", why);
    }
    return why == null;
  }

  private StreamPlanner.Planned planned(Probed video, Movie movie, Track pictures)
      throws IOException, Malformed, TimeoutException {
    RangedOriginal original = video.original();
    Job job = original.job();
    return planner.plan(
        original.source(),
        movie,
        KeyframeClaims.checked(pictures, original, video.budget()),
        video.video().displaySize(),
        job.work(store),
        video.budget());
  }

  private static VideoOutputs missing(VideoOutputs made, Rejection reason) {
    return made.plus(List.of(Output.unavailable(NAME, reason)));
  }
}
