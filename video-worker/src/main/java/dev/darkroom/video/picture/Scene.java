package dev.darkroom.video.picture;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.video.still.Keyframe;
import dev.darkroom.video.still.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A stretch of a video that one picture stands for.
 *
 * @param from in seconds
 * @param to in seconds
 */
public record Scene(double from, double to, RgbPicture picture) {
  /**
   * Cuts a video wherever the picture changes. A step whose picture is missing belongs to the scene
   * before it, or to the first scene.
   */
  public static List<Scene> cut(Timeline timeline, Map<Keyframe, RgbPicture> pictures) {
    var scenes = new ArrayList<Scene>();
    Keyframe shown = null;
    double from = 0;
    for (Timeline.Step step : timeline.steps()) {
      Keyframe next = step.keyframe();
      if (!pictures.containsKey(next) || next.equals(shown)) {
        continue;
      }
      if (shown != null) {
        scenes.add(new Scene(from, step.from(), picture(pictures, shown)));
        from = step.from();
      }
      shown = next;
    }
    if (shown != null) {
      scenes.add(new Scene(from, timeline.duration(), picture(pictures, shown)));
    }
    return scenes;
  }

  private static RgbPicture picture(Map<Keyframe, RgbPicture> pictures, Keyframe keyframe) {
    return Objects.requireNonNull(pictures.get(keyframe));
  }
}
