package dev.darkroom.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes videos and sounds with ffmpeg, and looks at them with it. */
record Encoding(Path folder) {
  static final String HEVC =
      "-c:v libx265 -preset ultrafast -x265-params"
          + " log-level=error:keyint=30:min-keyint=30:scenecut=0:open-gop=1:bframes=3 -tag:v hvc1";

  /** Makes a file out of a synthetic source. */
  Path make(String source, String options) throws Exception {
    // Each container lacks some codecs.
    boolean mp4 = options.contains("opus") || options.contains("flac");
    String name = Integer.toHexString((source + options).hashCode());
    Path path = folder.resolve(name + (mp4 ? ".mp4" : ".mov"));
    var arguments = new ArrayList<String>(List.of("-v", "error", "-y", "-f", "lavfi"));
    arguments.addAll(List.of("-i", source));
    arguments.addAll(List.of(options.split(" ")));
    arguments.add(path.toString());
    Tool.needed("ffmpeg").run(arguments.toArray(String[]::new));
    return path;
  }

  /** Decodes a track's frames to red, green and blue, taking them for BT.709. */
  byte[] decoded(byte[] file, int track) throws Exception {
    Path path = folder.resolve("coded" + System.nanoTime() + ".mp4");
    Files.write(path, file);
    return Tool.needed("ffmpeg")
        .run(
            ("-v error -i %s -map 0:v:%d -fps_mode passthrough -vf"
                    + " scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd,format=rgb24"
                    + " -f rawvideo -")
                .formatted(path, track)
                .split(" "));
  }

  /** Decodes a file's frames to red, green and blue, through a filter. */
  static byte[] rgb(Path path, String filter, int frames) throws Exception {
    return Tool.needed("ffmpeg")
        .run(
            "-v error -i %s -vf %s -frames:v %d -pix_fmt rgb24 -f rawvideo -"
                .formatted(path, filter, frames)
                .split(" "));
  }

  /** Makes the frames of a synthetic source in red, green and blue. */
  static byte[] rgb(String source, int frames) throws Exception {
    return Tool.needed("ffmpeg")
        .run(
            "-v error -f lavfi -i %s -frames:v %d -pix_fmt rgb24 -f rawvideo -"
                .formatted(source, frames)
                .split(" "));
  }

  /** Returns the mean difference of samples, 0 to 255. */
  static double difference(byte[] one, byte[] other) {
    assertThat(one).hasSameSizeAs(other);
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs((one[i] & 255) - (other[i] & 255));
    }
    return sum / (double) one.length;
  }
}
