package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A frame's description, which ffmpeg's filter "showinfo" logs before the frame itself comes out.
 * It gives raw frames their number and size, and shows which frames are missing.
 *
 * @param index the frame's time, which is its number among those given
 * @param layout null if it is not one of ours
 */
record FrameInfo(long index, int width, int height, @Nullable PixelLayout layout, Color color) {

  /** Assembles descriptions of several lines, among which other messages may lie. */
  static final class Parser {
    private static final Pattern FRAME =
        Pattern.compile(
            "\\bn: *\\d+ pts: *(\\d{1,9}) .*\\bfmt:(\\w+) .*\\bs:(\\d{1,6})x(\\d{1,6}) ");
    private static final Pattern COLOR =
        Pattern.compile("\\bcolor_(space|primaries|trc):([\\w-]+)");

    private @Nullable Matcher frame;
    private int primaries;
    private int transfer;
    private int matrix;

    /** Takes a line of the log. Returns the description that it completes, null if none. */
    @Nullable FrameInfo line(String line) {
      Matcher found = FRAME.matcher(line);
      if (found.find()) {
        frame = found;
        primaries = 2;
        transfer = 2;
        matrix = 2;
        return null;
      }
      Matcher color = COLOR.matcher(line);
      while (frame != null && color.find()) {
        String value = color.group(2);
        switch (color.group(1)) {
          case "space" -> matrix = ColorNames.matrix(value);
          case "primaries" -> primaries = ColorNames.primaries(value);
          default -> {
            transfer = ColorNames.transfer(value);
            return complete(frame);
          }
        }
      }
      return null;
    }

    private FrameInfo complete(Matcher match) {
      frame = null;
      return new FrameInfo(
          Long.parseLong(match.group(1)),
          Integer.parseInt(match.group(3)),
          Integer.parseInt(match.group(4)),
          PixelLayout.named(match.group(2)).orElse(null),
          new Color(primaries, transfer, matrix, null));
    }
  }
}
