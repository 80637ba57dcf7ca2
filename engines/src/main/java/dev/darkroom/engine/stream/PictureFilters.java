package dev.darkroom.engine.stream;

import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import dev.darkroom.engine.ffmpeg.ToneMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds the filters that turn decoded frames into upright BT.709 pictures of each size.
 *
 * @param mapsTones whether ffmpeg can map high dynamic range, for which it needs "zscale"
 */
record PictureFilters(SegmentRequest request, boolean mapsTones) {
  private static final String SCALE = ":flags=bicubic+accurate_rnd+full_chroma_int";

  /** Returns a graph from the input's picture to the outputs {@code [r0]}, {@code [r1]}, …. */
  String graph() {
    List<Size> rungs = request.rungs();
    String split =
        IntStream.range(0, rungs.size()).mapToObj("[s%d]"::formatted).collect(Collectors.joining());
    String head = "[0:v:0]%s,split=%d%s".formatted(String.join(",", shared()), rungs.size(), split);
    return IntStream.range(0, rungs.size())
        .mapToObj(i -> "[s%d]%s[r%d]".formatted(i, String.join(",", sized(rungs.get(i))), i))
        .collect(Collectors.joining(";", head + ";", ""));
  }

  private List<String> shared() {
    var filters = new ArrayList<String>();
    if (request.interlaced()) {
      // Looks at the frames around each, so it comes before they are dropped. It halves ticks.
      filters.add("bwdif=mode=send_frame:deint=interlaced");
      filters.add("settb=1/" + request.timescale());
    }
    filters.add(
        "trim=start_pts=%d:end_pts=%d"
            .formatted(request.lead(), request.lead() + request.length()));
    Color color = request.color();
    if (color != null && ToneMap.isNeeded(color) && mapsTones) {
      String range = Boolean.TRUE.equals(color.fullRange()) ? "full" : "limited";
      filters.add(largest() + ":in_range=%s:out_range=%s".formatted(range, range) + SCALE);
      filters.addAll(ToneMap.filters(color));
    } else if (color != null) {
      String stated = stated(color);
      if (!stated.isEmpty()) {
        filters.add("setparams=" + stated);
      }
      String primaries = widePrimaries(color.primaries());
      if (primaries != null && mapsTones) {
        filters.add(largest() + ":out_color_matrix=bt709:out_range=limited" + SCALE);
        filters.add("format=yuv444p10le");
        filters.add(
            "zscale=min=bt709:rin=limited:tin=bt709:pin=%s:m=bt709:r=limited:t=bt709:p=bt709"
                .formatted(primaries));
      }
    }
    return filters;
  }

  /** Scales to the largest size, of which the others are made: what follows is expensive. */
  private String largest() {
    Size size = decoded(request.rungs().getFirst());
    return "scale=%d:%d".formatted(size.width(), size.height());
  }

  /** Returns what the file states of its colors; frames without it keep what they say. */
  private static String stated(Color color) {
    var stated = new ArrayList<String>();
    String matrix = matrix(color.matrix());
    if (matrix != null) {
      stated.add("colorspace=" + matrix);
    }
    if (color.fullRange() != null) {
      stated.add("range=" + (color.fullRange() ? "pc" : "tv"));
    }
    return String.join(":", stated);
  }

  /** Names a matrix of ITU-T H.273, table 4; null if ffmpeg's scaler does not know it. */
  private static @Nullable String matrix(int number) {
    return switch (number) {
      case 1 -> "bt709";
      case 4 -> "fcc";
      case 5 -> "bt470bg";
      case 6 -> "smpte170m";
      case 7 -> "smpte240m";
      case 9 -> "bt2020nc";
      case 10 -> "bt2020c";
      default -> null;
    };
  }

  /**
   * Names primaries of ITU-T H.273, table 2, whose colors are paler if they are taken for BT.709;
   * null for others, which come near it.
   */
  private static @Nullable String widePrimaries(int number) {
    return switch (number) {
      case 9 -> "bt2020";
      case 11 -> "smpte431";
      case 12 -> "smpte432";
      default -> null;
    };
  }

  private List<String> sized(Size rung) {
    Size size = decoded(rung);
    var filters = new ArrayList<String>();
    filters.add(
        "scale=%d:%d:out_color_matrix=bt709:out_range=limited"
                .formatted(size.width(), size.height())
            + SCALE);
    filters.add("format=yuv420p");
    filters.addAll(upright());
    filters.add("setsar=1");
    filters.add("setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv");
    filters.add("sidedata=delete");
    return filters;
  }

  private List<String> upright() {
    Orientation orientation = request.orientation();
    var filters = new ArrayList<String>();
    if (orientation.mirrored()) {
      filters.add("hflip");
    }
    switch (orientation.rotation()) {
      case 90 -> filters.add("transpose=clock");
      case 180 -> filters.addAll(List.of("hflip", "vflip"));
      case 270 -> filters.add("transpose=cclock");
      default -> {}
    }
    return filters;
  }

  /** Returns the size before frames are turned. */
  private Size decoded(Size rung) {
    return request.orientation().transposes() ? rung.transposed() : rung;
  }
}
