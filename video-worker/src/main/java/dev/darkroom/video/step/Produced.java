package dev.darkroom.video.step;

import dev.darkroom.contract.Media;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.stage.job.Job;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A video with all that was made of it.
 *
 * @param placeholder absent where there is no picture
 */
public record Produced(Job job, Media media, @Nullable Placeholder placeholder, List<Made> made) {
  public Produced {
    made = List.copyOf(made);
  }
}
