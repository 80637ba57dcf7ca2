package dev.darkroom.video.step;

import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.Rejection;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.video.picture.PictureFile;
import dev.darkroom.video.picture.Poster;
import dev.darkroom.video.picture.Preview;
import dev.darkroom.video.picture.Storyboard;
import dev.darkroom.video.picture.Storyboard.Scene;
import dev.darkroom.video.still.Keyframe;
import dev.darkroom.video.still.Merit;
import dev.darkroom.video.still.Request;
import dev.darkroom.video.still.Size;
import dev.darkroom.video.still.StillDecoder;
import dev.darkroom.video.still.Stills;
import dev.darkroom.video.still.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is made of keyframes. Each is decoded once, small and unsmoothed; the best of them once
 * more, for the poster.
 *
 * <p>A file whose index is good completes even if no keyframe of it can be decoded, for its codec
 * or for damage: the pictures are then missing, with the reason.
 */
public final class Pictures {
  /** Of the time there is, for the storyboard; the rest is the poster's. */
  private static final int STORYBOARD_PER_CENT = 75;

  private final StillDecoder decoder;
  private final Poster poster;
  private final Storyboard storyboard;
  private final Preview preview;
  private final Sizes sizes;

  /**
   * In pixels, of the longer side.
   *
   * @param poster of what the poster is made from
   * @param still of what the storyboard and the preview are made from
   */
  public record Sizes(int poster, int still) {}

  public Pictures(
      StillDecoder decoder, Poster poster, Storyboard storyboard, Preview preview, Sizes sizes) {
    this.decoder = decoder;
    this.poster = poster;
    this.storyboard = storyboard;
    this.preview = preview;
    this.sizes = sizes;
  }

  /**
   * @param placeholder absent where there is no picture
   */
  record Result(List<Made> made, @Nullable Placeholder placeholder) {}

  /**
   * @throws IOException if trying again may help
   */
  Result make(Probed video) throws IOException {
    double seconds = video.video().seconds(video.video().samples().span());
    Timeline timeline = Timeline.of(video.video(), Storyboard.steps(seconds));
    Deadline until =
        Deadline.after(video.budget().remaining().multipliedBy(STORYBOARD_PER_CENT).dividedBy(100));
    Stills stills = decode(video, timeline.steps(), sizes.still(), true, until);
    Keyframe best = best(stills.pictures());
    if (best == null) {
      Rejection reason =
          Objects.requireNonNullElse(stills.reason(), Rejection.of(ErrorCode.NO_PICTURE));
      return new Result(missing(reason), null);
    }
    Stills large = decode(video, List.of(best), sizes.poster(), false, video.budget());
    var made = new ArrayList<Made>();
    RgbPicture picture = large.pictures().get(best);
    RgbPicture small = upright(video, stills.pictures().get(best));
    if (picture == null) {
      // The time is up: the small one is better than none.
      made.addAll(files(poster.files(small)));
    } else {
      made.addAll(files(poster.files(upright(video, picture))));
    }
    List<Scene> scenes = scenes(video, timeline, stills.pictures());
    made.addAll(files(storyboard.files(scenes)));
    made.add(preview(scenes));
    return new Result(made, poster.placeholder(small));
  }

  private Made preview(List<Scene> scenes) {
    return NativeCodecs.available()
        ? new Made.Output(preview.file(scenes.stream().map(Scene::picture).toList()))
        : new Made.Absent(
            new Missing(
                Preview.NAME,
                Rejection.of(
                    ErrorCode.UNSUPPORTED_FORMAT,
                    "Animations cannot be written on this machine.")));
  }

  private Stills decode(
      Probed video, List<Keyframe> keyframes, int edge, boolean draft, Deadline until)
      throws IOException {
    Facts.Display display = Facts.display(video.video(), video.entry());
    Size size = new Size(display.width(), display.height()).within(edge);
    boolean transposed = video.video().orientation().transposes();
    return decoder.decode(
        new Request(
            video.original(),
            video.entry(),
            keyframes,
            transposed ? size.transposed() : size,
            draft,
            until));
  }

  /** The one with the most {@link Merit}, the earliest of equals. */
  private static @Nullable Keyframe best(Map<Keyframe, RgbPicture> pictures) {
    return pictures.entrySet().stream()
        .map(still -> new Ranked(still.getKey(), Merit.of(still.getValue()).score()))
        .min(
            Comparator.comparingDouble((Ranked still) -> -still.score)
                .thenComparingDouble(still -> still.keyframe.seconds())
                .thenComparingLong(still -> still.keyframe.offset()))
        .map(Ranked::keyframe)
        .orElse(null);
  }

  private record Ranked(Keyframe keyframe, double score) {}

  /** One scene for each run of steps with the same picture; gaps belong to the one before. */
  private static List<Scene> scenes(
      Probed video, Timeline timeline, Map<Keyframe, RgbPicture> pictures) {
    var scenes = new ArrayList<Scene>();
    int steps = timeline.steps().size();
    Keyframe shown = null;
    double from = 0;
    for (int i = 0; i < steps; i++) {
      Keyframe next = timeline.steps().get(i);
      if (pictures.containsKey(next) && !next.equals(shown)) {
        if (shown != null) {
          double to = timeline.duration() * i / steps;
          scenes.add(new Scene(from, to, upright(video, pictures.get(shown))));
          from = to;
        }
        shown = next;
      }
    }
    scenes.add(new Scene(from, timeline.duration(), upright(video, pictures.get(shown))));
    return scenes;
  }

  private static RgbPicture upright(Probed video, @Nullable RgbPicture coded) {
    Orientation orientation = video.video().orientation();
    return Objects.requireNonNull(coded).turned(orientation.rotation(), orientation.mirrored());
  }

  private static List<Made> files(List<PictureFile> files) {
    return files.stream().<Made>map(Made.Output::new).toList();
  }

  private static List<Made> missing(Rejection reason) {
    return Stream.concat(Poster.NAMES.stream(), Stream.of(Storyboard.NAME, Preview.NAME))
        .<Made>map(name -> new Made.Absent(new Missing(name, reason)))
        .toList();
  }
}
