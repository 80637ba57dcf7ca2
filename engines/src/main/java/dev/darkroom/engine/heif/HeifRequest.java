package dev.darkroom.engine.heif;

import dev.darkroom.engine.ffmpeg.EngineLimits;

/**
 * The form in which a picture is wanted.
 *
 * @param reduction divisor of its sides: 1, 2 or 4; a smaller one is used if tiles would not meet
 *     exactly
 * @param engine limits of the engine's work
 */
public record HeifRequest(int reduction, EngineLimits engine) {
  public HeifRequest {
    if (reduction != 1 && reduction != 2 && reduction != 4) {
      throw new IllegalArgumentException("a reduction by " + reduction);
    }
  }
}
