package dev.darkroom.image.step;

import dev.darkroom.contract.Media;
import dev.darkroom.job.Job;
import java.awt.image.BufferedImage;

/**
 * A picture in memory.
 *
 * @param image in sRGB: {@code TYPE_INT_RGB} when every pixel is opaque, else {@code TYPE_INT_ARGB}
 * @param orientation EXIF orientation that has yet to be applied; 1 when upright
 */
public record Decoded(Job job, Media media, BufferedImage image, int orientation) {}
