package dev.darkroom.engine.heif;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.HeifCoding;
import dev.darkroom.codec.heif.CodedPicture;
import dev.darkroom.codec.heif.HeifFile;
import dev.darkroom.codec.heif.ItemData;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.picture.PlanarPicture;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.engine.ffmpeg.ColorRange;
import dev.darkroom.engine.ffmpeg.EngineLimits;
import dev.darkroom.engine.ffmpeg.EngineResult;
import dev.darkroom.engine.ffmpeg.EngineResult.Finished;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.engine.heif.HeifResult.Decoded;
import dev.darkroom.engine.heif.HeifResult.Undecoded;
import dev.darkroom.engine.heif.HeifResult.Unsupported;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes the primary picture of a HEIC or AVIF file, all its tiles in one process. */
public final class HeifDecoder {
  private final KeyframeEngine engine;

  public HeifDecoder(KeyframeEngine engine) {
    this.engine = engine;
  }

  /**
   * Estimates the memory that {@link #decode} takes, without the tiles' coded bytes.
   *
   * @param reduction as in {@link HeifRequest}
   * @param deep whether samples have more than 8 bits
   */
  public static HeifMemory memory(HeifCoding coding, int reduction, boolean deep) {
    return HeifMemory.of(coding, reduction, deep);
  }

  /**
   * Decodes a picture.
   *
   * @throws Malformed if the index contradicts itself
   * @throws IOException if the source fails
   */
  public HeifResult decode(HeifFile file, Mp4Source source, HeifRequest request)
      throws IOException, Malformed, InterruptedException {
    CodedPicture picture = file.picture().orElse(null);
    if (picture == null) {
      return new Unsupported(String.valueOf(file.obstacle()));
    }
    var encoding = Encoding.of(file.color().codePoints(), picture);
    if (!encoding.isKnown()) {
      return new Unsupported("colors coded by matrix " + encoding.matrix());
    }
    var layer = new Layer(picture, TilePlan.of(picture, request.reduction()));
    if (layer.plan().pixels() > Integer.MAX_VALUE - 8) {
      return new Unsupported("a picture of " + picture.width() + "×" + picture.height());
    }
    var canvas = TileCanvas.gray(layer.plan());
    EngineResult result = decode(layer, encoding.range(), canvas, source, request.engine());
    if (!(result instanceof Finished) || canvas.tiles() == 0) {
      return new Undecoded(result);
    }
    AlphaPlane alpha = alpha(file, layer.plan(), source, request);
    PlanarPicture planar =
        encoding.planar(canvas, alpha.plane(), alpha.plane() != null && file.isPremultiplied());
    return new Decoded(
        planar.bitmap(Placements.of(file.transforms(), layer.plan())),
        file.color(),
        layer.plan().reduction(),
        picture.tiles().size() - canvas.tiles() + alpha.missingTiles());
  }

  private EngineResult decode(
      Layer layer, ColorRange range, TileCanvas canvas, Mp4Source source, EngineLimits limits)
      throws IOException, InterruptedException {
    List<Integer> stored = layer.storedTiles();
    Iterator<Integer> left = stored.iterator();
    return engine.decode(
        layer.setup(),
        layer.request(range),
        limits.withFramePixels(layer.framePixels()),
        () -> left.hasNext() ? bytes(layer.picture().tiles().get(left.next()), source) : null,
        (index, frame) -> {
          if (index < stored.size() && layer.accepts(frame)) {
            canvas.put(stored.get(index), frame);
          }
        });
  }

  /** Reads a tile; one that is not in the file becomes one that cannot be decoded. */
  private static byte[] bytes(ItemData tile, Mp4Source source) throws IOException {
    try {
      return tile.read(source);
    } catch (Malformed e) {
      return new byte[0];
    }
  }

  /**
   * Alpha at the picture's size.
   *
   * @param plane null if the picture is opaque, or its alpha is lost
   * @param missingTiles number of tiles that could not be decoded; they are opaque
   */
  private record AlphaPlane(@Nullable Plane plane, int missingTiles) {
    static final AlphaPlane NONE = new AlphaPlane(null, 0);
    static final AlphaPlane LOST = new AlphaPlane(null, 1);
  }

  private AlphaPlane alpha(HeifFile file, TilePlan plan, Mp4Source source, HeifRequest request)
      throws IOException, Malformed, InterruptedException {
    CodedPicture alpha = file.alpha().orElse(null);
    if (alpha == null) {
      return file.hasAlpha() ? AlphaPlane.LOST : AlphaPlane.NONE;
    }
    TilePlan own = TilePlan.of(alpha, plan.reduction());
    if (alpha.tiles().size() == 1) {
      own = own.sized(plan.width(), plan.height());
    }
    if (own.width() != plan.width() || own.height() != plan.height()) {
      return AlphaPlane.LOST;
    }
    var canvas = TileCanvas.opaque(own);
    var layer = new Layer(alpha, own);
    EngineResult result = decode(layer, ColorRange.TO_FULL, canvas, source, request.engine());
    if (!(result instanceof Finished)) {
      return AlphaPlane.LOST;
    }
    return canvas.tiles() == 0
        ? AlphaPlane.LOST
        : new AlphaPlane(canvas.planes().getFirst(), layer.storedTiles().size() - canvas.tiles());
  }
}
