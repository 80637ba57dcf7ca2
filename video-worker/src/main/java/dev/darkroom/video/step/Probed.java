package dev.darkroom.video.step;

import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.contract.Media;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.video.read.RangedOriginal;

/**
 * A video whose index has been read.
 *
 * @param media what the manifest says about the original
 * @param budget when to stop making outputs; those not ready by then are missing
 */
public record Probed(
    RangedOriginal original, Movie movie, VideoTrack video, Media media, Deadline budget) {}
