package dev.darkroom.engine.stream;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.engine.ffmpeg.EngineLimits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the arguments by which ffmpeg codes a segment. */
final class SegmentArguments {
  /** Lines from which video that does not state its colors counts as BT.709, otherwise BT.601. */
  private static final int HIGH_DEFINITION = 720;

  private static final int KEYFRAME_SECONDS = 4;

  /** Writes times as they are: otherwise, ffmpeg lets the first frame start at zero. */
  static final List<String> ABSOLUTE_TIMES =
      List.of("-use_editlist", "0", "-avoid_negative_ts", "disabled");

  static final String FRAGMENTED = "empty_moov+default_base_moof+frag_discont";

  private SegmentArguments() {}

  static List<String> of(
      SegmentRequest request, VideoEncoder encoder, EncoderSettings settings, boolean mapsTones) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-copyts", "-noautorotate"));
    arguments.addAll(List.of("-threads", String.valueOf(settings.threads())));
    arguments.addAll(List.of("-max_pixels", "" + EngineLimits.DEFAULT.framePixels()));
    // Without an IDR picture, ffmpeg takes the first frames of H.264 for corrupt and drops them.
    arguments.addAll(List.of("-flags", "+output_corrupt"));
    if (isUnstated(request.color()) && lines(request) >= HIGH_DEFINITION) {
      // For frames without a tag, which would otherwise count as BT.601.
      arguments.addAll(List.of("-colorspace", "bt709"));
    }
    // Otherwise ffmpeg probes: it would decode the first frames twice.
    arguments.addAll(List.of("-fpsprobesize", "0", "-analyzeduration", "0"));
    arguments.addAll(List.of("-f", "mp4", "-i", "pipe:0"));
    // Damaged frames are no reason to fail.
    arguments.addAll(List.of("-max_error_rate", "1"));
    arguments.addAll(List.of("-filter_complex_threads", "1"));
    arguments.addAll(List.of("-filter_complex", new PictureFilters(request, mapsTones).graph()));
    for (int i = 0; i < request.rungs().size(); i++) {
      arguments.addAll(List.of("-map", "[r%d]".formatted(i)));
    }
    arguments.addAll(List.of("-fps_mode", "passthrough"));
    arguments.addAll(List.of("-enc_time_base", "1/" + request.timescale()));
    arguments.addAll(encoder.options(request, settings));
    arguments.addAll(List.of("-g", "9999", "-force_key_frames"));
    arguments.add(
        "expr:if(isnan(prev_forced_t),1,gte(t-prev_forced_t,%d))".formatted(KEYFRAME_SECONDS));
    // SEI messages hold what the encoder says of itself.
    arguments.addAll(List.of("-bsf:v", "filter_units=remove_types=6"));
    arguments.addAll(List.of("-map_metadata", "-1", "-fflags", "+bitexact"));
    arguments.addAll(List.of("-video_track_timescale", "" + request.timescale()));
    arguments.addAll(ABSOLUTE_TIMES);
    arguments.addAll(List.of("-movflags", FRAGMENTED, "-f", "mp4", "pipe:1"));
    return arguments;
  }

  private static boolean isUnstated(@Nullable Color color) {
    return color == null || color.matrix() == 2;
  }

  private static int lines(SegmentRequest request) {
    return Math.min(request.rungs().getFirst().width(), request.rungs().getFirst().height());
  }
}
