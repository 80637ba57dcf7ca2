package dev.darkroom.bench.stream;

import dev.darkroom.bench.contender.Child;
import dev.darkroom.engine.stream.EncoderSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The competitor: one ffmpeg process that decodes the whole video once and makes all sizes of it,
 * with the stream worker's settings of scaler and encoder, a keyframe every four seconds, and the
 * sound copied.
 */
final class OnePass {
  private static final String SCALE = "bicubic+accurate_rnd+full_chroma_int";

  private OnePass() {}

  /**
   * Makes all sizes.
   *
   * @param sizes whose files are written
   */
  static Child run(Path video, List<Rung> sizes) throws IOException, InterruptedException {
    EncoderSettings settings = EncoderSettings.DEFAULT;
    String threads = String.valueOf(settings.threads());
    var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y", "-nostdin"));
    command.addAll(List.of("-threads", threads, "-i", video.toString()));
    command.addAll(List.of("-filter_complex_threads", "1", "-filter_complex", graph(sizes)));
    for (int i = 0; i < sizes.size(); i++) {
      Rung size = sizes.get(i);
      double bits =
          settings.bitsPerPixel() * size.width() * size.height() * PhoneVideo.FRAMES_PER_SECOND;
      command.addAll(List.of("-map", "[r%d]".formatted(i), "-map", "0:a"));
      command.addAll(List.of("-c:v", "libx264", "-profile:v", "high", "-threads", threads));
      command.addAll(List.of("-preset", settings.preset()));
      command.addAll(List.of("-crf", String.format(Locale.ROOT, "%.1f", settings.crf())));
      command.addAll(List.of("-maxrate", "" + Math.round(bits)));
      command.addAll(List.of("-bufsize", "" + 2 * Math.round(bits)));
      command.addAll(List.of("-g", "9999", "-forced-idr", "1"));
      command.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*4)"));
      command.addAll(List.of("-fps_mode", "passthrough", "-c:a", "copy"));
      command.add(size.file().toString());
    }
    return Child.run(command);
  }

  /** Returns the CPU time to code the video's sound anew, with the stream worker's bitrate. */
  static Duration soundCpu(Path video) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin"));
    command.addAll(List.of("-i", video.toString(), "-vn", "-c:a", "aac"));
    command.addAll(List.of("-b:a", EncoderSettings.DEFAULT.soundKbits() + "k"));
    command.addAll(List.of("-f", "null", "-"));
    return Child.run(command).cpu();
  }

  private static String graph(List<Rung> sizes) {
    String outputs =
        IntStream.range(0, sizes.size()).mapToObj("[s%d]"::formatted).collect(Collectors.joining());
    return IntStream.range(0, sizes.size())
        .mapToObj(
            i ->
                "[s%d]scale=%d:%d:flags=%s,format=yuv420p[r%d]"
                    .formatted(i, sizes.get(i).width(), sizes.get(i).height(), SCALE, i))
        .collect(Collectors.joining(";", "[0:v]split=" + sizes.size() + outputs + ";", ""));
  }
}
