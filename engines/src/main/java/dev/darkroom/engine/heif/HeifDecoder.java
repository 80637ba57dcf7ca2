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
import dev.darkroom.engine.ffmpeg.EngineResult;
import dev.darkroom.engine.ffmpeg.EngineResult.Finished;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.engine.ffmpeg.FrameRequest;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.engine.ffmpeg.SampleRange;
import dev.darkroom.engine.heif.HeifResult.Decoded;
import dev.darkroom.engine.heif.HeifResult.Undecoded;
import dev.darkroom.engine.heif.HeifResult.Unsupported;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decodes the primary picture of a HEIC or AVIF file, all tiles by one process. */
public final class HeifDecoder {
  /** ITU-T H.273, table 4: those that {@link ColorSpace} knows, "unspecified", and the identity. */
  private static final List<Integer> MATRICES = List.of(0, 1, 2, 4, 5, 6, 7, 9, 10);

  private static final int UNSPECIFIED = 2;
  private static final int BT601 = 6;

  /** AV1 Codec ISO Media File Format Binding, 2.3.4: chroma_sample_position. */
  private static final int LEFT = 1;

  private final KeyframeEngine engine;
  private final HeifLimits limits;

  public HeifDecoder(KeyframeEngine engine, HeifLimits limits) {
    this.engine = engine;
    this.limits = limits;
  }

  /**
   * Bytes of the heap that {@link #decode} takes for this file, without its tiles' coded bytes.
   *
   * @param reduction as in {@link HeifRequest}
   */
  public static long memory(HeifFile file, Mp4Source source, int reduction)
      throws IOException, Malformed {
    Optional<CodedPicture> picture = file.picture(source);
    return picture.isEmpty()
        ? 0
        : TilePlan.of(picture.get(), reduction, matrix(file)).memory(file.hasAlpha());
  }

  /**
   * @throws Malformed if what the index says contradicts itself
   * @throws IOException what the source throws
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
    TilePlan plan = TilePlan.of(picture, request.reduction(), matrix);
    if ((long) plan.width() * plan.height() > Integer.MAX_VALUE - 8) {
      return new Unsupported("a picture of " + plan.width() + "×" + plan.height());
    }
    var canvas = new TileCanvas(plan);
    EngineResult result = tiles(picture, codec, plan, false, range(file), canvas, source, request);
    if (!(result instanceof Finished finished) || finished.frames() == 0) {
      return new Undecoded(result);
    }
    PlanarPicture planar = planar(file, picture, plan, canvas, alpha(file, plan, source, request));
    return new Decoded(
        planar.bitmap(Placements.of(file.transforms(), plan)),
        file.color(),
        plan.reduction(),
        finished.missing().size());
  }

  private static int matrix(HeifFile file) {
    Color points = file.color().codePoints();
    return points == null ? UNSPECIFIED : points.matrix();
  }

  private static SampleRange range(HeifFile file) {
    Color points = file.color().codePoints();
    if (points == null) {
      return SampleRange.TO_FULL;
    }
    return Boolean.TRUE.equals(points.fullRange()) ? SampleRange.FULL : SampleRange.LIMITED;
  }

  private EngineResult tiles(
      CodedPicture picture,
      FrameCodec codec,
      TilePlan plan,
      boolean exactSize,
      SampleRange range,
      TileCanvas canvas,
      Mp4Source source,
      HeifRequest request)
      throws IOException, InterruptedException {
    FrameRequest wanted = FrameRequest.asDecoded(plan.layout()).ranging(range);
    if (plan.reduction() > 1 || exactSize) {
      wanted = wanted.scaledTo(plan.tileWidth(), plan.tileHeight());
    }
    Iterator<ItemData> tiles = picture.tiles().iterator();
    return engine.decode(
        new CodecSetup(
            codec,
            picture.coding().configuration(),
            Math.min(picture.tileWidth(), CodecSetup.MAX_EDGE),
            Math.min(picture.tileHeight(), CodecSetup.MAX_EDGE)),
        wanted,
        request.engine(),
        () -> tiles.hasNext() ? bytes(tiles.next(), source) : null,
        (index, frame) -> {
          if (index < picture.tiles().size()) {
            canvas.put(index, frame);
          }
        });
  }

  /** A tile that is not in the file is one that cannot be decoded. */
  private byte[] bytes(ItemData tile, Mp4Source source) throws IOException {
    try {
      return tile.read(source, limits.itemBytes());
    } catch (Malformed e) {
      return new byte[0];
    }
  }

  /** Alpha at the picture's size; absent where there is none that can be used. */
  private @Nullable Plane alpha(HeifFile file, TilePlan plan, Mp4Source source, HeifRequest request)
      throws IOException, Malformed, InterruptedException {
    CodedPicture alpha = file.alpha(source).orElse(null);
    FrameCodec codec = alpha == null ? null : FrameCodec.of(alpha.coding().type()).orElse(null);
    if (alpha == null || codec == null) {
      return null;
    }
    boolean single = alpha.tiles().size() == 1;
    TilePlan own = TilePlan.of(alpha, plan.reduction(), UNSPECIFIED);
    if (single) {
      own = own.sized(plan.width(), plan.height());
    }
    if (own.width() != plan.width() || own.height() != plan.height()) {
      return null;
    }
    var canvas = new TileCanvas(own);
    EngineResult result =
        tiles(alpha, codec, own, single, SampleRange.TO_FULL, canvas, source, request);
    if (!(result instanceof Finished finished) || !finished.missing().isEmpty()) {
      return null;
    }
    return canvas.planes().getFirst();
  }

  private static PlanarPicture planar(
      HeifFile file,
      CodedPicture picture,
      TilePlan plan,
      TileCanvas canvas,
      @Nullable Plane alpha) {
    Color coded = canvas.color();
    Color said = file.color().codePoints();
    // The container counts (MIAF, ISO/IEC 23000-22, 7.3.6.4); then the coded picture itself.
    int matrix = said != null && said.matrix() != UNSPECIFIED ? said.matrix() : coded.matrix();
    Kind kind =
        switch (plan.layout()) {
          case GRAY -> Kind.GRAY;
          case GBR -> Kind.GBR;
          case YUV420, YUV444 -> Kind.YUV;
        };
    return new PlanarPicture(
        canvas.planes(),
        kind,
        ColorSpace.of(
            matrix == UNSPECIFIED || matrix == 0 ? BT601 : matrix,
            Boolean.TRUE.equals(coded.fullRange()),
            plan.width(),
            plan.height()),
        isCentered(picture.coding()),
        alpha,
        alpha != null && isPremultiplied(file));
  }

  /** AV1 that does not say is made with chroma in the middle; HEVC's default is the left. */
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
