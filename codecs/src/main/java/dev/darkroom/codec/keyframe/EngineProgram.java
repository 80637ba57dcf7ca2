package dev.darkroom.codec.keyframe;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An ffmpeg, 5.1 or later, on this machine.
 *
 * @param libraries the folder with the shared libraries that it brings; absent where it finds its
 *     own
 */
public record EngineProgram(Path executable, @Nullable Path libraries) {}
