package dev.darkroom.engine.heif;

import dev.darkroom.codec.heif.Transform;
import dev.darkroom.codec.heif.Transform.Crop;
import dev.darkroom.codec.heif.Transform.Mirror;
import dev.darkroom.codec.heif.Transform.Rotation;
import dev.darkroom.codec.picture.Placement;
import java.util.List;

/** Combines a file's transforms into one placement of a reduced picture. */
final class Placements {
  private Placements() {}

  static Placement of(List<Transform> transforms, TilePlan plan) {
    Placement placement = Placement.whole(plan.width(), plan.height());
    for (Transform transform : transforms) {
      placement =
          switch (transform) {
            case Rotation(int quarters) -> rotated(placement, quarters);
            case Mirror(boolean sides) ->
                sides ? placement.mirroredSides() : placement.mirroredTop();
            case Crop crop -> cropped(placement, crop, plan.reduction());
          };
    }
    return placement;
  }

  private static Placement rotated(Placement placement, int quarters) {
    Placement rotated = placement;
    for (int i = 0; i < quarters; i++) {
      rotated = rotated.turned();
    }
    return rotated;
  }

  /** Crops at the pixels of the reduced picture that are nearest to the part's corners. */
  private static Placement cropped(Placement placement, Crop crop, int reduction) {
    int left = Math.min(crop.x() / reduction, placement.width() - 1);
    int top = Math.min(crop.y() / reduction, placement.height() - 1);
    int width = (crop.width() + reduction - 1) / reduction;
    int height = (crop.height() + reduction - 1) / reduction;
    return placement.cropped(
        left,
        top,
        Math.min(width, placement.width() - left),
        Math.min(height, placement.height() - top));
  }
}
