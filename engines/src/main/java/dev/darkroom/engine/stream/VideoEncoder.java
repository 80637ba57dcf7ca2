package dev.darkroom.engine.stream;

import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The encoders of H.264 that ffmpeg may have, the best first. */
enum VideoEncoder {
  X264("libx264") {
    @Override
    List<String> quality(EncoderSettings settings, double frameRate) {
      String crf = String.format(Locale.ROOT, "%.1f", settings.crf());
      // So that all segments of a video have one and the same configuration.
      String same = "stitchable=1:fps=%d/1000".formatted(Math.round(1000 * frameRate));
      String first = "zones=0,0,b=" + FIRST_FRAME;
      String more = same + ":" + first;
      return List.of(
          "-preset", settings.preset(), "-crf", crf, "-forced-idr", "1", "-x264-params", more);
    }

    @Override
    List<String> rate(int rung, long most) {
      return List.of("-maxrate:v:" + rung, "" + most, "-bufsize:v:" + rung, "" + 2 * most);
    }
  },
  OPENH264("libopenh264") {
    @Override
    List<String> quality(EncoderSettings settings, double frameRate) {
      return List.of("-coder", "cabac", "-rc_mode", "bitrate");
    }

    @Override
    List<String> rate(int rung, long most) {
      return List.of("-b:v:" + rung, "" + most * 3 / 4, "-maxrate:v:" + rung, "" + most);
    }
  };

  /**
   * How many more bits than x264 would give it, a segment's first frame gets. At the start of its
   * work, x264 knows no frames to compare with and makes the first coarser than a keyframe within a
   * video, which would be seen as a blur at every border.
   */
  private static final double FIRST_FRAME = 1.3;

  /** Rates between which a video's counts, in frames per second. */
  private static final double MIN_RATE = 10;

  private static final double MAX_RATE = 120;

  private static final long MIN_BITRATE = 200_000;

  private final String name;

  VideoEncoder(String name) {
    this.name = name;
  }

  /**
   * Returns the options that are the same for all sizes.
   *
   * @param frameRate frames per second
   */
  abstract List<String> quality(EncoderSettings settings, double frameRate);

  /**
   * Returns the options that bound a size's bitrate.
   *
   * @param rung index of the size
   * @param most bits per second
   */
  abstract List<String> rate(int rung, long most);

  /** Returns ffmpeg's options to code all sizes of a segment. */
  List<String> options(SegmentRequest request, EncoderSettings settings) {
    double rate = Math.clamp(request.frameRate(), MIN_RATE, MAX_RATE);
    var options = new ArrayList<>(List.of("-c:v", name, "-profile:v", "high"));
    options.addAll(quality(settings, rate));
    options.addAll(List.of("-threads", String.valueOf(settings.threads())));
    for (int i = 0; i < request.rungs().size(); i++) {
      Size size = request.rungs().get(i);
      double bits = settings.bitsPerPixel() * size.width() * size.height() * rate;
      options.addAll(rate(i, Math.max(MIN_BITRATE, Math.round(bits))));
    }
    return options;
  }
}
