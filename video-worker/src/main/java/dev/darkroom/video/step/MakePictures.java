package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rejection;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.video.picture.OutputFile;
import dev.darkroom.video.picture.Poster;
import dev.darkroom.video.picture.PosterScore;
import dev.darkroom.video.picture.Preview;
import dev.darkroom.video.picture.Scene;
import dev.darkroom.video.picture.Storyboard;
import dev.darkroom.video.still.Keyframe;
import dev.darkroom.video.still.KeyframeSearch;
import dev.darkroom.video.still.StillDecoder;
import dev.darkroom.video.still.StillRequest;
import dev.darkroom.video.still.Stills;
import dev.darkroom.video.still.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes poster, storyboard, preview and placeholder from keyframes. Decodes each keyframe once,
 * small and without deblocking, and the best of them again for the poster.
 *
 * <p>A video whose index is sound completes even if no keyframe can be decoded: the pictures are
 * then missing, with the reason.
 */
public final class MakePictures {
  /** Percentage of the time budget for the storyboard; the rest is the poster's. */
  private static final int STORYBOARD_PERCENT = 75;

  /** Longest time in seconds that usual encoders go without a keyframe: 250 frames of film. */
  private static final double MAX_KEYFRAME_DISTANCE = 11;

  private static final Rejection NO_ENCODER =
      Rejection.of(
          ErrorCode.UNSUPPORTED_FORMAT, "Pictures of videos cannot be written on this machine.");

  private static final Rejection NO_KEYFRAME =
      Rejection.of(ErrorCode.NO_PICTURE, "What is shown of the video has no keyframe.");

  private final StillDecoder decoder;
  private final Poster poster;
  private final Storyboard storyboard;
  private final Preview preview;

  public MakePictures(StillDecoder decoder, Poster poster, Storyboard storyboard, Preview preview) {
    this.decoder = decoder;
    this.poster = poster;
    this.storyboard = storyboard;
    this.preview = preview;
  }

  /**
   * @throws IOException if trying again may help
   */
  public Progress<VideoOutputs> make(Probed video) throws IOException {
    Track track = video.video().track();
    double seconds = track.seconds(track.presentation().duration());
    int steps = Storyboard.steps(seconds);
    Timeline timeline = Timeline.of(track, seconds(video.movie()), steps);
    Deadline soon =
        Deadline.after(video.budget().remaining().multipliedBy(STORYBOARD_PERCENT).dividedBy(100));
    Stills drafts = decode(video, timeline.keyframes(), draftEdge(), true, soon);
    if (areDoubtful(timeline, drafts)) {
      Set<Keyframe> known = drafts.pictures().keySet();
      track = KeyframeSearch.search(track, steps, known, video.original(), soon);
      timeline = Timeline.of(track, seconds(video.movie()), steps);
      var left = new ArrayList<>(timeline.keyframes());
      left.removeAll(known);
      drafts = drafts.and(decode(video, left, draftEdge(), true, soon));
    }
    Map<Keyframe, RgbPicture> pictures = upright(video, drafts);
    Map.Entry<Keyframe, RgbPicture> best = PosterScore.best(pictures).orElse(null);
    if (best == null) {
      boolean cut = timeline.steps().isEmpty() && track.samples().keyframes() > 0;
      return made(video, null, missing(cut ? NO_KEYFRAME : drafts.whyMissing()));
    }
    Placeholder placeholder = Poster.placeholder(best.getValue());
    if (!NativeCodecs.available()) {
      return made(video, placeholder, missing(NO_ENCODER));
    }
    List<Keyframe> chosen = List.of(best.getKey());
    Stills large = decode(video, chosen, poster.sizes().poster(), false, video.budget());
    // Once the time is up, a small poster is better than none.
    RgbPicture source = upright(video, large).getOrDefault(best.getKey(), best.getValue());
    List<Scene> scenes = Scene.cut(timeline, pictures);
    var files = new ArrayList<OutputFile>(poster.files(source));
    files.addAll(storyboard.files(scenes, video.original().job().outputs()));
    files.add(preview.file(scenes.stream().map(Scene::picture).toList()));
    return made(video, placeholder, files.stream().<Output>map(Output.Ready::new).toList());
  }

  /**
   * Whether the container seems to mark keyframes wrongly: it marks other frames, none that exists,
   * or only one of a longer video.
   */
  private static boolean areDoubtful(Timeline timeline, Stills drafts) {
    long marked = timeline.keyframes().stream().distinct().limit(2).count();
    boolean lonely = marked == 1 && timeline.duration() > MAX_KEYFRAME_DISTANCE;
    return drafts.mistaken() || marked == 0 || (lonely && !drafts.pictures().isEmpty());
  }

  /** Returns the movie's seconds; 0 if only the start of a long fragmented file was read. */
  private static double seconds(Movie movie) {
    return movie.duration() == null || !movie.whole() ? 0 : movie.duration().toNanos() / 1e9;
  }

  private int draftEdge() {
    return Math.max(storyboard.tileEdge(), preview.edge());
  }

  /** Decodes keyframes, one sample entry after the other. */
  private Stills decode(
      Probed video, List<Keyframe> keyframes, int edge, boolean draft, Deadline until)
      throws IOException {
    var byEntry = new TreeMap<Integer, List<Keyframe>>();
    for (Keyframe keyframe : keyframes) {
      byEntry.computeIfAbsent(keyframe.entry(), entry -> new ArrayList<>()).add(keyframe);
    }
    var pictures = new HashMap<Keyframe, RgbPicture>();
    Rejection reason = null;
    boolean mistaken = false;
    for (Map.Entry<Integer, List<Keyframe>> part : byEntry.entrySet()) {
      Stills stills;
      try {
        stills =
            decoder.decode(
                new StillRequest(
                    video.original(),
                    video.video().track().entry(part.getKey()),
                    part.getValue(),
                    video.video().decodeSize(edge),
                    draft,
                    until));
      } catch (Malformed e) {
        stills = Stills.none(Rejections.corrupt(e));
      }
      pictures.putAll(stills.pictures());
      reason = reason == null ? stills.reason() : reason;
      mistaken |= stills.mistaken();
    }
    return new Stills(pictures, reason, mistaken);
  }

  private static Map<Keyframe, RgbPicture> upright(Probed video, Stills stills) {
    var upright = new HashMap<Keyframe, RgbPicture>();
    stills
        .pictures()
        .forEach((keyframe, picture) -> upright.put(keyframe, video.video().upright(picture)));
    return upright;
  }

  private static Progress<VideoOutputs> made(
      Probed video, @Nullable Placeholder placeholder, List<Output> outputs) {
    return new Progress.At<>(new VideoOutputs(video, placeholder, outputs, null));
  }

  private static List<Output> missing(Rejection reason) {
    return Stream.concat(Poster.NAMES.stream(), Stream.of(Storyboard.NAME, Preview.NAME))
        .map(name -> Output.unavailable(name, reason))
        .toList();
  }
}
