package dev.darkroom.engine.heif;

import dev.darkroom.codec.heif.CodedPicture;
import dev.darkroom.codec.heif.Size;
import dev.darkroom.engine.ffmpeg.CodecSetup;
import dev.darkroom.engine.ffmpeg.ColorRange;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.engine.ffmpeg.FrameRequest;
import dev.darkroom.engine.ffmpeg.RawFrame;
import java.util.List;
import java.util.stream.IntStream;

/** A coded picture, either the colors or alpha, and how its tiles are decoded. */
record Layer(CodedPicture picture, TilePlan plan) {
  /** Sides of frames in libavcodec's and dav1d's memory are multiples of this at most. */
  private static final int ALIGNMENT = 128;

  CodecSetup setup() {
    return new CodecSetup(
        FrameCodec.of(picture.coding().type()).orElseThrow(),
        picture.coding().configuration(),
        Math.min(picture.tileWidth(), CodecSetup.MAX_EDGE),
        Math.min(picture.tileHeight(), CodecSetup.MAX_EDGE));
  }

  /** Asks for tiles of the planned size, whatever size they are coded in. */
  FrameRequest request(ColorRange range) {
    return FrameRequest.asDecoded(plan.layout())
        .withRange(range)
        .scaledTo(plan.tileWidth(), plan.tileHeight());
  }

  /**
   * Most pixels of a frame: as many as the header says, so that no other limit applies, with sides
   * that decoders extend.
   */
  long framePixels() {
    long coded = extended(picture.coded().width()) * extended(picture.coded().height());
    return Math.max(coded, (long) plan.tileWidth() * plan.tileHeight());
  }

  private static long extended(int side) {
    return Math.ceilDiv(side, ALIGNMENT) * (long) ALIGNMENT;
  }

  /** Lists the indices of the tiles that have data. */
  List<Integer> storedTiles() {
    return IntStream.range(0, picture.tiles().size())
        .filter(i -> picture.tiles().get(i).size() > 0)
        .boxed()
        .toList();
  }

  /** Whether a frame is a tile, and not a picture of another shape. */
  boolean accepts(RawFrame frame) {
    var tile = new Size(picture.tileWidth(), picture.tileHeight());
    return new Size(frame.coded().width(), frame.coded().height()).isScaled(tile);
  }
}
