package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;

/**
 * A video whose index has been read.
 *
 * @param readAs format of the file that was read
 * @param media what the manifest says about the original
 * @param budget when to stop making outputs; those not ready by then are missing
 */
public record Probed(
    RangedOriginal original,
    MediaFormat readAs,
    Movie movie,
    VideoTrack video,
    Media media,
    Deadline budget) {

  /** Returns the movie with all its samples; only those at its start may have been read. */
  Movie whole(Mp4Limits limits) throws IOException, Malformed {
    return movie.whole() ? movie : Mp4Reader.read(original.sequential(), limits.allFragments());
  }
}
