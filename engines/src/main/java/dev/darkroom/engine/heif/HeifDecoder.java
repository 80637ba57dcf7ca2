package dev.darkroom.engine.heif;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.heif.CodedPicture;
import dev.darkroom.codec.heif.HeifFile;
import dev.darkroom.codec.heif.HeifLimits;
import dev.darkroom.codec.heif.ItemData;
import dev.darkroom.codec.heif.TileCoding;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.picture.ColorSpace;
import dev.darkroom.codec.picture.PlanarPicture;
import dev.darkroom.codec.picture.PlanarPicture.Kind;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.engine.ffmpeg.CodecSetup;
import dev.darkroom.engine.ffmpeg.ColorRange;
import dev.darkroom.engine.ffmpeg.EngineLimits;
import dev.darkroom.engine.ffmpeg.EngineResult;
import dev.darkroom.engine.ffmpeg.EngineResult.Finished;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.engine.ffmpeg.FrameRequest;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.engine.heif.HeifResult.Decoded;
import dev.darkroom.engine.heif.HeifResult.Undecoded;
import dev.darkroom.engine.heif.HeifResult.Unsupported;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decodes the primary picture of a HEIC or AVIF file, all its tiles in one process. */
public final class HeifDecoder {
  /** Matrices of ITU-T H.273, table 4, that {@link ColorSpace} knows, unspecified, and identity. */
  private static final List<Integer> MATRICES = List.of(0, 1, 2, 4, 5, 6, 7, 9, 10);

  private static final int UNSPECIFIED = 2;
  private static final int BT601 = 6;

  /** Value of chroma_sample_position (AV1 Codec ISO Media File Format Binding, 2.3.4). */
  private static final int LEFT = 1;

  private final KeyframeEngine engine;
  private final HeifLimits limits;

  public HeifDecoder(KeyframeEngine engine, HeifLimits limits) {
    this.engine = engine;
    this.limits = limits;
  }

  /**
   * Estimates the heap that {@link #decode} takes, in bytes, without the tiles' coded bytes.
   *
   * @param reduction as in {@link HeifRequest}
   */
  public static long memory(HeifFile file, Mp4Source source, int reduction)
      throws IOException, Malformed {
    Optional<CodedPicture> picture = file.picture(source);
    return picture.isEmpty() ? 0 : TilePlan.of(picture.get(), reduction).memory(file.hasAlpha());
  }

  /**
   * Decodes a picture.
   *
   * @throws Malformed if the index contradicts itself
   * @throws IOException if the source fails
   */
  public HeifResult decode(HeifFile file, Mp4Source source, HeifRequest request)
      throws IOException, Malformed, InterruptedException {
    CodedPicture picture = file.picture(source).orElse(null);
    FrameCodec codec = picture == null ? null : FrameCodec.of(picture.coding().type()).orElse(null);
    if (picture == null || codec == null) {
      return new Unsupported("coded as " + file.type());
    }
    int matrix = matrix(file);
    if (!MATRICES.contains(matrix) || (matrix == 0 && picture.coding().chroma() != Chroma.FULL)) {
      return new Unsupported("matrix coefficients " + matrix);
    }
    var layer = new Layer(picture, codec, TilePlan.of(picture, request.reduction()));
    TilePlan plan = layer.plan;
    if ((long) plan.width() * plan.height() > Integer.MAX_VALUE - 8) {
      return new Unsupported("a picture of " + plan.width() + "×" + plan.height());
    }
    var canvas = new TileCanvas(plan);
    FrameRequest wanted = layer.request(range(file), plan.reduction() > 1);
    EngineResult result = decodeTiles(layer, wanted, canvas, source, request.engine());
    if (!(result instanceof Finished finished) || finished.frames() == 0) {
      return new Undecoded(result);
    }
    PlanarPicture planar = planar(file, layer, canvas, alpha(file, plan, source, request));
    return new Decoded(
        planar.bitmap(Placements.of(file.transforms(), plan)),
        file.color(),
        plan.reduction(),
        finished.missing().size());
  }

  /** A picture, either the colors or alpha, and how its tiles are decoded. */
  private record Layer(CodedPicture picture, FrameCodec codec, TilePlan plan) {
    FrameRequest request(ColorRange range, boolean scaled) {
      FrameRequest unscaled = FrameRequest.asDecoded(plan.layout()).withRange(range);
      return scaled ? unscaled.scaledTo(plan.tileWidth(), plan.tileHeight()) : unscaled;
    }

    CodecSetup setup() {
      return new CodecSetup(
          codec,
          picture.coding().configuration(),
          Math.min(picture.tileWidth(), CodecSetup.MAX_EDGE),
          Math.min(picture.tileHeight(), CodecSetup.MAX_EDGE));
    }
  }

  private static int matrix(HeifFile file) {
    Color points = file.color().codePoints();
    return points == null ? UNSPECIFIED : points.matrix();
  }

  private static ColorRange range(HeifFile file) {
    Color points = file.color().codePoints();
    if (points == null) {
      return ColorRange.TO_FULL;
    }
    return Boolean.TRUE.equals(points.fullRange()) ? ColorRange.FULL : ColorRange.LIMITED;
  }

  private EngineResult decodeTiles(
      Layer layer,
      FrameRequest wanted,
      TileCanvas canvas,
      Mp4Source source,
      EngineLimits engineLimits)
      throws IOException, InterruptedException {
    List<ItemData> tiles = layer.picture.tiles();
    Iterator<ItemData> left = tiles.iterator();
    return engine.decode(
        layer.setup(),
        wanted,
        engineLimits,
        () -> left.hasNext() ? bytes(left.next(), source) : null,
        (index, frame) -> {
          if (index < tiles.size()) {
            canvas.put(index, frame);
          }
        });
  }

  /** Reads a tile; one that is not in the file becomes one that cannot be decoded. */
  private byte[] bytes(ItemData tile, Mp4Source source) throws IOException {
    try {
      return tile.read(source, limits.itemBytes());
    } catch (Malformed e) {
      return new byte[0];
    }
  }

  /** Decodes alpha at the picture's size; null if there is none that can be used. */
  private @Nullable Plane alpha(HeifFile file, TilePlan plan, Mp4Source source, HeifRequest request)
      throws IOException, Malformed, InterruptedException {
    CodedPicture alpha = file.alpha(source).orElse(null);
    FrameCodec codec = alpha == null ? null : FrameCodec.of(alpha.coding().type()).orElse(null);
    if (alpha == null || codec == null) {
      return null;
    }
    boolean single = alpha.tiles().size() == 1;
    TilePlan own = TilePlan.of(alpha, plan.reduction());
    if (single) {
      own = own.sized(plan.width(), plan.height());
    }
    if (own.width() != plan.width() || own.height() != plan.height()) {
      return null;
    }
    var layer = new Layer(alpha, codec, own);
    var canvas = new TileCanvas(own);
    FrameRequest wanted = layer.request(ColorRange.TO_FULL, single || own.reduction() > 1);
    EngineResult result = decodeTiles(layer, wanted, canvas, source, request.engine());
    if (!(result instanceof Finished finished) || !finished.missing().isEmpty()) {
      return null;
    }
    return canvas.planes().getFirst();
  }

  private static PlanarPicture planar(
      HeifFile file, Layer layer, TileCanvas canvas, @Nullable Plane alpha) {
    TilePlan plan = layer.plan;
    Color coded = canvas.color();
    Color stated = file.color().codePoints();
    // The container takes precedence over the coded picture (ISO/IEC 23000-22, 7.3.6.4).
    int matrix =
        stated != null && stated.matrix() != UNSPECIFIED ? stated.matrix() : coded.matrix();
    Kind kind =
        switch (plan.layout()) {
          case GRAY -> Kind.GRAY;
          case YUV444 -> matrix == 0 ? Kind.GBR : Kind.YUV;
          case YUV420 -> Kind.YUV;
        };
    return new PlanarPicture(
        canvas.planes(),
        kind,
        ColorSpace.of(
            matrix == UNSPECIFIED || matrix == 0 ? BT601 : matrix,
            Boolean.TRUE.equals(coded.fullRange()),
            plan.width(),
            plan.height()),
        isCentered(layer.picture.coding()),
        alpha,
        alpha != null && isPremultiplied(file));
  }

  /** AV1 that does not state it has chroma in the middle; HEVC's default is the left. */
  private static boolean isCentered(TileCoding coding) {
    return coding.type().equals("av01") && (coding.configuration()[2] & 3) != LEFT;
  }

  private static boolean isPremultiplied(HeifFile file) {
    try {
      return file.isPremultiplied();
    } catch (Malformed e) {
      return false;
    }
  }
}
