package dev.darkroom.video.step;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.picture.YuvFrame.Yuv444;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.video.frame.Decoded;
import dev.darkroom.video.frame.Decoders;
import dev.darkroom.video.frame.FrameDecoder;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/**
 * Decodes {@link Candidates} until one has something to see; of those that have not, the one with
 * the most {@link Liveliness} is taken.
 */
public final class StillFinder {
  private final Decoders decoders;
  private final int candidates;
  private final int maxFrameSize;

  /**
   * @param candidates how many keyframes are decoded at most
   * @param maxFrameSize of one of them, in bytes
   */
  public StillFinder(Decoders decoders, int candidates, int maxFrameSize) {
    this.decoders = decoders;
    this.candidates = candidates;
    this.maxFrameSize = maxFrameSize;
  }

  /** How looking can turn out. */
  sealed interface Still {}

  /** A picture, not turned yet. */
  record Found(Yuv444 picture) implements Still {}

  /** Nothing can be decoded. */
  record None(Rejection reason) implements Still {}

  /**
   * @param edge the longer side of what is found, in pixels, unless the video has less
   */
  Still find(Probed video, int edge) throws IOException {
    FrameDecoder decoder = decoders.of(video.entry());
    Size size = Size.of(video, edge);
    Still best = new None(Rejection.of(ErrorCode.NO_PICTURE));
    double most = -1;
    try {
      for (int index : Candidates.of(video.video(), candidates)) {
        switch (decode(video, decoder, index)) {
          case Decoded.Frame(var frame) -> {
            Yuv444 picture = frame.scaled(size.width(), size.height());
            double liveliness = Liveliness.of(picture.y());
            if (liveliness >= Liveliness.ENOUGH) {
              return new Found(picture);
            }
            if (liveliness > most) {
              most = liveliness;
              best = new Found(picture);
            }
          }
          case Decoded.Unsupported(ErrorCode code, String facts) -> {
            return or(best, new Rejection(code, facts));
          }
          case Decoded.Damaged(String why) ->
              best =
                  or(
                      best,
                      new Rejection(
                          ErrorCode.CORRUPT_FILE, "No keyframe can be read: " + why + "."));
        }
      }
      return best;
    } catch (Malformed e) {
      return or(best, new Rejection(ErrorCode.CORRUPT_FILE, Rejections.sentence(e)));
    } catch (TimeoutException e) {
      return or(best, Rejection.of(ErrorCode.TOOK_TOO_LONG));
    }
  }

  private static Still or(Still best, Rejection reason) {
    return best instanceof Found ? best : new None(reason);
  }

  private Decoded decode(Probed video, FrameDecoder decoder, int index)
      throws IOException, Malformed, TimeoutException {
    video.budget().check();
    Sample sample = video.video().samples().sample(index);
    if (sample.entry() != 1) {
      return new Decoded.Damaged("its coding changes midway");
    }
    if (sample.size() > maxFrameSize) {
      return new Decoded.Unsupported(
          ErrorCode.TOO_LARGE,
          "A keyframe has %,d bytes; up to %,d can be decoded here."
              .formatted(sample.size(), maxFrameSize));
    }
    ByteReader bytes;
    try {
      bytes = video.original().read(sample.offset(), sample.size());
    } catch (Malformed e) {
      return new Decoded.Damaged(e.reason());
    }
    return decoder.decode(bytes, video.budget());
  }

  /** Of the picture before it is turned. */
  private record Size(int width, int height) {
    static Size of(Probed video, int edge) {
      Facts.Display display = Facts.display(video.video(), video.entry());
      double scale = Math.min(1, edge / (double) Math.max(display.width(), display.height()));
      int width = Math.max(1, (int) Math.round(display.width() * scale));
      int height = Math.max(1, (int) Math.round(display.height() * scale));
      return video.video().orientation().transposes()
          ? new Size(height, width)
          : new Size(width, height);
    }
  }
}
