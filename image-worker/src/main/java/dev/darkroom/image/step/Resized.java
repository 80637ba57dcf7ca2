package dev.darkroom.image.step;

import dev.darkroom.contract.Media;
import dev.darkroom.job.Job;
import java.awt.image.BufferedImage;
import java.util.List;

/** The pictures of all renditions, in the order they are configured in. */
public record Resized(Job job, Media media, List<Sized> pictures) {
  public Resized {
    pictures = List.copyOf(pictures);
  }

  /** One rendition before it is encoded. */
  public record Sized(RenditionSpec spec, BufferedImage image) {}
}
