package dev.darkroom.codec.webp;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.webp.RiffChunks.Chunk;
import java.util.ArrayList;
import java.util.List;

/**
 * The structure of an animated WebP file, read without decoding pixels.
 *
 * @param width of the canvas, in pixels
 * @param height of the canvas, in pixels
 * @param frames one or more
 * @param truncated whether the file is shorter than it claims; a frame that is cut off is left out
 */
public record WebpAnimation(int width, int height, List<WebpFrame> frames, boolean truncated) {
  public WebpAnimation {
    frames = List.copyOf(frames);
  }

  /**
   * Reads a whole file.
   *
   * @throws Malformed if it is no animated WebP, has no whole frame, or one outside the canvas
   */
  public static WebpAnimation read(byte[] file) throws Malformed {
    RiffChunks chunks = RiffChunks.open(new Head(file, true));
    Chunk first = chunks.first();
    if (!first.type().equals("VP8X")) {
      throw new Malformed(first.offset(), "no VP8X chunk comes first");
    }
    Vp8x canvas = Vp8x.read(first.body());
    if (!canvas.animated()) {
      throw new Malformed(first.offset(), "no animation");
    }
    var frames = new ArrayList<WebpFrame>();
    for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
      if (chunk.type().equals("ANMF") && chunk.isWhole()) {
        frames.add(WebpFrame.read(chunk.body(), canvas));
      }
    }
    if (frames.isEmpty()) {
      throw new Malformed(first.offset(), "no frame");
    }
    return new WebpAnimation(canvas.width(), canvas.height(), frames, chunks.isCutOff());
  }
}
