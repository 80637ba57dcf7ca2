package dev.darkroom.image.rendition;

/** A rectangle within a picture, in whole pixels. */
public record Part(int x, int y, int width, int height) {}
