package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A frame's description, which ffmpeg's filter "showinfo" logs before the frame itself comes out.
 * It gives raw frames their number and size, and shows which frames are missing.
 *
 * @param index the frame's time, which is its number among those given
 * @param layout null if it is not one of ours
 * @param coded size before any scaling
 */
record FrameInfo(
    long index, int width, int height, @Nullable PixelLayout layout, Size coded, Color color) {
  /** Name of the filter that describes frames as they are decoded. */
  static final String CODED = "showinfo@coded";

  /**
   * Assembles descriptions of several lines, among which other messages may lie: frames as decoded,
   * and the same frames as they come out.
   */
  static final class Parser {
    private static final Pattern FRAME =
        Pattern.compile(
            "\\bn: *\\d+ pts: *(\\d{1,9}) .*\\bfmt:(\\w+) .*\\bs:([1-9]\\d{0,5})x([1-9]\\d{0,5}) ");

    /** Pixel formats in which ffmpeg holds red, green and blue. */
    private static final Pattern RGB = Pattern.compile("rgb|bgr|gbr|pal8");

    private final Map<Long, Matcher> decoded = new HashMap<>();
    private final Tags tags = new Tags();
    private @Nullable Matcher frame;

    /** Takes a line of the log. Returns the description that it completes, null if none. */
    @Nullable FrameInfo line(String line) {
      Matcher found = FRAME.matcher(line);
      boolean coded = line.contains(CODED);
      if (found.find()) {
        if (coded) {
          decoded.put(index(found), found);
        } else {
          frame = found;
          tags.clear();
        }
        return null;
      }
      return frame != null && !coded && tags.complete(line) ? complete(frame) : null;
    }

    private FrameInfo complete(Matcher match) {
      frame = null;
      Size size = size(match);
      Matcher coded = decoded.remove(index(match));
      boolean converted = coded != null && isRgb(coded) && !isRgb(match);
      return new FrameInfo(
          index(match),
          size.width(),
          size.height(),
          PixelLayout.named(match.group(2)).orElse(null),
          coded == null ? size : size(coded),
          tags.color(converted));
    }

    private static boolean isRgb(Matcher match) {
      return RGB.matcher(match.group(2)).find();
    }

    private static long index(Matcher match) {
      return Long.parseLong(match.group(1));
    }

    private static Size size(Matcher match) {
      return new Size(Integer.parseInt(match.group(3)), Integer.parseInt(match.group(4)));
    }
  }

  /** A frame's color, of which each part may be in a line of its own. */
  private static final class Tags {
    private static final Pattern COLOR =
        Pattern.compile("\\bcolor_(space|primaries|trc):([\\w-]+)");

    /** Matrix of BT.601, by which ffmpeg converts unless told otherwise (SWS_CS_DEFAULT). */
    private static final int CONVERSION = 5;

    private int primaries;
    private int transfer;
    private int matrix;

    void clear() {
      primaries = 2;
      transfer = 2;
      matrix = 2;
    }

    /** Takes a line. Returns whether it holds the last part. */
    boolean complete(String line) {
      Matcher color = COLOR.matcher(line);
      while (color.find()) {
        String value = color.group(2);
        switch (color.group(1)) {
          case "space" -> matrix = ColorNames.matrix(value);
          case "primaries" -> primaries = ColorNames.primaries(value);
          default -> {
            transfer = ColorNames.transfer(value);
            return true;
          }
        }
      }
      return false;
    }

    /**
     * @param converted whether ffmpeg made Y, Cb and Cr of red, green and blue
     */
    Color color(boolean converted) {
      return new Color(primaries, transfer, converted ? CONVERSION : matrix, null);
    }
  }
}
