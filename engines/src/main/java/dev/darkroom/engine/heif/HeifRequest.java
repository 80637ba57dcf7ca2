package dev.darkroom.engine.heif;

import dev.darkroom.engine.ffmpeg.EngineLimits;

/**
 * How a picture is wanted.
 *
 * @param reduction by which its sides are divided: 1, 2 or 4. Less is done where tiles would not
 *     meet exactly
 */
public record HeifRequest(int reduction, EngineLimits engine) {
  public HeifRequest {
    if (reduction != 1 && reduction != 2 && reduction != 4) {
      throw new IllegalArgumentException("a reduction by " + reduction);
    }
  }
}
