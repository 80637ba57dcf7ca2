package dev.darkroom.image.step;

import dev.darkroom.image.rendition.Output;
import dev.darkroom.image.rendition.Target;

/** All that a file's bytes depend on: renditions with equal content are equal files. */
public record Content(Target target, Output output) {}
