package dev.darkroom.video.step;

import dev.darkroom.contract.Outcome;
import dev.darkroom.video.read.RangedOriginal;
import dev.darkroom.video.rewrap.ContainerRewrapper;
import dev.darkroom.video.rewrap.Rewrapping;

/**
 * Rewraps an original in another container than MP4, MOV and 3GP. The steps that follow read the
 * new file in its place; it is deleted after them, unless a stream is still to be made of it.
 */
public final class Rewrap {
  private final ContainerRewrapper rewrapper;

  public Rewrap(ContainerRewrapper rewrapper) {
    this.rewrapper = rewrapper;
  }

  /** The steps that follow. */
  @FunctionalInterface
  public interface Rest {
    Outcome of(Identified file) throws Exception;
  }

  /**
   * @throws Exception if trying again may help
   */
  public Outcome process(Identified file, Rest rest) throws Exception {
    return switch (file.format()) {
      case MP4, MOV, THREE_GP -> rest.of(file);
      case MATROSKA, WEBM, MPEG_TS, MPEG_PS, MPEG_VIDEO, AVI, FLV, ASF, OGG ->
          switch (rewrapper.rewrap(file.original(), file.format())) {
            case Rewrapping.Impossible(var reason) ->
                new Outcome.Rejected(reason, VideoMetadata.unread(file.format()));
            case Rewrapping.Done done -> instead(file, done, rest);
          };
      case JPEG, PNG, GIF, WEBP, TIFF, BMP, HEIC, AVIF, HEIF ->
          throw new IllegalArgumentException("no video: " + file.format());
    };
  }

  private Outcome instead(Identified file, Rewrapping.Done done, Rest rest) throws Exception {
    RangedOriginal original = file.original().replacedBy(done.file());
    Outcome outcome = rest.of(new Identified(original, file.format(), done.format()));
    if (!(outcome instanceof Outcome.Streams)) {
      rewrapper.forget(original);
    }
    return outcome;
  }
}
