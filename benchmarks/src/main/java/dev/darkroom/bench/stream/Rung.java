package dev.darkroom.bench.stream;

import java.nio.file.Path;

/**
 * One size of a video that was coded.
 *
 * @param name of the rendition, like {@code stream-1080}
 */
record Rung(String name, int width, int height, Path file) {}
