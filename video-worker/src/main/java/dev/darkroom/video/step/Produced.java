package dev.darkroom.video.step;

import dev.darkroom.contract.Media;
import dev.darkroom.job.Job;
import java.util.List;

/** A video with all that was made of it. */
public record Produced(Job job, Media media, List<Made> made) {
  public Produced {
    made = List.copyOf(made);
  }
}
