package dev.darkroom.image.step;

import dev.darkroom.image.rendition.Output;
import dev.darkroom.image.rendition.Target;

/** What a file's bytes depend on: renditions that have it in common are the same. */
public record Content(Target target, Output output) {}
