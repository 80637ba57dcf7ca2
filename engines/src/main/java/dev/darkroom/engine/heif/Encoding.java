package dev.darkroom.engine.heif;

import dev.darkroom.codec.heif.CodedPicture;
import dev.darkroom.codec.heif.TileCoding;
import dev.darkroom.codec.heif.TileCoding.Chroma;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.picture.ColorSpace;
import dev.darkroom.codec.picture.PlanarPicture;
import dev.darkroom.codec.picture.PlanarPicture.Kind;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.engine.ffmpeg.ColorRange;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How samples encode colors. The container takes precedence over the codec's own header (ISO/IEC
 * 23000-22, 7.3.6.4), and that over what the engine says of its frames.
 *
 * @param matrix MatrixCoefficients (ITU-T H.273, table 4)
 * @param fullRange null if nobody states it
 */
record Encoding(TileCoding coding, int matrix, @Nullable Boolean fullRange) {
  private static final int IDENTITY = 0;
  private static final int UNSPECIFIED = 2;
  private static final int BT601 = 6;

  /** Those that {@link ColorSpace} knows. */
  private static final Set<Integer> MATRICES = Set.of(1, 2, 4, 5, 6, 7, 9, 10);

  /** Value of chroma_sample_position (AV1 Codec ISO Media File Format Binding, 2.3.4). */
  private static final int LEFT = 1;

  static Encoding of(@Nullable Color container, CodedPicture picture) {
    Color codec = picture.color();
    if (container == null) {
      return new Encoding(picture.coding(), codec.matrix(), codec.fullRange());
    }
    boolean stated = container.matrix() != UNSPECIFIED;
    return new Encoding(
        picture.coding(), stated ? container.matrix() : codec.matrix(), container.fullRange());
  }

  /** Whether this matrix can be undone; it does not matter to gray. */
  boolean isKnown() {
    return switch (coding.chroma()) {
      case NONE -> true;
      case FULL -> matrix == IDENTITY || MATRICES.contains(matrix);
      case HALF_ACROSS, HALF_BOTH_WAYS -> MATRICES.contains(matrix);
    };
  }

  ColorRange range() {
    return fullRange == null
        ? ColorRange.TO_FULL
        : fullRange ? ColorRange.FULL : ColorRange.LIMITED;
  }

  PlanarPicture planar(TileCanvas canvas, @Nullable Plane alpha, boolean premultiplied) {
    int known = matrix == UNSPECIFIED ? canvas.color().matrix() : matrix;
    boolean gray = canvas.planes().size() == 1;
    boolean identity = known == IDENTITY && coding.chroma() == Chroma.FULL;
    Plane first = canvas.planes().getFirst();
    return new PlanarPicture(
        canvas.planes(),
        gray ? Kind.GRAY : identity ? Kind.GBR : Kind.YUV,
        ColorSpace.of(
            MATRICES.contains(known) && known != UNSPECIFIED ? known : BT601,
            range().isFull(),
            first.width(),
            first.height()),
        isCentered(),
        alpha,
        premultiplied);
  }

  /** AV1 that does not state it has chroma in the middle; HEVC's default is the left. */
  private boolean isCentered() {
    return coding.type().equals("av01") && (coding.configuration()[2] & 3) != LEFT;
  }
}
