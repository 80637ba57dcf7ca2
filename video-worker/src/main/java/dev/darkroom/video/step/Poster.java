package dev.darkroom.video.step;

import dev.darkroom.codec.jpeg.JpegEncoder;
import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Rejection;
import java.io.IOException;
import java.util.List;

/**
 * {@code poster} and {@code thumb} from a keyframe.
 *
 * <p>A file whose index is good completes even if no keyframe of it can be decoded, for its codec
 * or for damage: both are then missing, with the reason.
 */
public final class Poster implements OutputMaker {
  private static final String POSTER = "poster";
  private static final String THUMB = "thumb";

  private final StillFinder stills;
  private final Settings settings;
  private final JpegEncoder encoder;

  /**
   * @param posterEdge the longer side of {@code poster}, in pixels, unless the video has less
   * @param thumbEdge both sides of {@code thumb}, likewise
   * @param quality of the JPEGs
   */
  public record Settings(int posterEdge, int thumbEdge, int quality) {}

  public Poster(StillFinder stills, Settings settings) {
    this.stills = stills;
    this.settings = settings;
    this.encoder = new JpegEncoder(settings.quality());
  }

  @Override
  public List<Made> make(Probed video) throws IOException {
    return switch (stills.find(video, settings.posterEdge())) {
      case StillFinder.Found found -> outputs(found.picture().toRgb(), video.video().orientation());
      case StillFinder.None none -> missing(none.reason());
    };
  }

  private List<Made> outputs(RgbPicture coded, Orientation orientation) {
    RgbPicture poster = coded.turned(orientation.rotation(), orientation.mirrored());
    int edge = Math.min(settings.thumbEdge(), Math.min(poster.width(), poster.height()));
    return List.of(output(POSTER, poster), output(THUMB, poster.square(edge)));
  }

  private Made output(String name, RgbPicture picture) {
    return new Made.Output(
        name,
        name + ".jpg",
        "image/jpeg",
        picture.width(),
        picture.height(),
        encoder.encode(picture));
  }

  private static List<Made> missing(Rejection reason) {
    return List.of(
        new Made.Absent(new Missing(POSTER, reason)), new Made.Absent(new Missing(THUMB, reason)));
  }
}
