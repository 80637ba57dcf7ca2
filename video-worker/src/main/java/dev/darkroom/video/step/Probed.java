package dev.darkroom.video.step;

import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.Media;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Job;
import dev.darkroom.video.read.RangedOriginal;

/**
 * A video whose index has been read.
 *
 * @param video the track that is shown
 * @param entry how that is coded
 * @param budget until when outputs may be worked on
 */
public record Probed(
    Job job,
    RangedOriginal original,
    Movie movie,
    Track video,
    SampleEntry entry,
    Media media,
    Deadline budget) {}
