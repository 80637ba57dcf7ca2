package dev.darkroom.bench.stream;

import dev.darkroom.bench.contender.Child;
import dev.darkroom.bench.image.Texture;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a video as phones record them: 1080p HEVC with 30 frames and a keyframe a second, at some 8
 * Mbit/s, with stereo AAC. An unsteady hand pans and tilts over a detailed scene, something passes
 * in front of it, and the sensor is noisy. A clip of ten seconds is repeated.
 */
final class PhoneVideo {
  static final int FRAMES_PER_SECOND = 30;
  private static final int CLIP_SECONDS = 10;

  private PhoneVideo() {}

  /**
   * Makes the video, or finds the one that was made before.
   *
   * @param seconds a multiple of 10
   */
  static Path make(Path cache, int seconds) throws IOException, InterruptedException {
    Path video = cache.resolve("phone-%d.mp4".formatted(seconds));
    if (Files.exists(video)) {
      return video;
    }
    Files.createDirectories(cache);
    Path clip = cache.resolve("clip.mp4");
    if (!Files.exists(clip)) {
      record(cache, clip);
    }
    Path unfinished = cache.resolve("unfinished.mp4");
    var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
    command.addAll(List.of("-stream_loop", String.valueOf(seconds / CLIP_SECONDS - 1)));
    command.addAll(List.of("-i", clip.toString(), "-c", "copy", "-t", String.valueOf(seconds)));
    command.addAll(List.of("-movflags", "+faststart", unfinished.toString()));
    Child.run(command);
    Files.move(unfinished, video, StandardCopyOption.ATOMIC_MOVE);
    return video;
  }

  private static void record(Path cache, Path clip) throws IOException, InterruptedException {
    Path scene = draw(cache.resolve("scene.ppm"), 2304, 1296, 1);
    Path passer = draw(cache.resolve("passer.ppm"), 360, 540, 2);
    String hand =
        "loop=-1:1,rotate='0.01*sin(2*t)',"
            + "crop=1920:1080:x='192+120*sin(t/3)+9*sin(5*t)':y='108+60*sin(t/4)+7*sin(6*t)'";
    String graph =
        "[0:v]fps=%1$d,%2$s[s];[1:v]fps=%1$d,loop=-1:1[p];".formatted(FRAMES_PER_SECOND, hand)
            + "[s][p]overlay=x='mod(120*t,2280)-360':y='400+30*sin(4*t)',"
            + "format=yuv420p,noise=c0s=8:c0f=t[v]";
    String sound =
        "aevalsrc='0.2*sin(2*PI*220*t)+0.05*(random(0)-0.5)|0.2*sin(2*PI*331*t)':s=48000";
    Path unfinished = cache.resolve("unfinished.mp4");
    var command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
    command.addAll(List.of("-i", scene.toString(), "-i", passer.toString()));
    command.addAll(List.of("-f", "lavfi", "-i", sound));
    command.addAll(List.of("-filter_complex", graph, "-map", "[v]", "-map", "2:a"));
    command.addAll(List.of("-t", String.valueOf(CLIP_SECONDS)));
    command.addAll(List.of("-c:v", "libx265", "-preset", "ultrafast", "-b:v", "8M"));
    command.addAll(
        List.of(
            "-x265-params",
            "keyint=%1$d:min-keyint=%1$d:scenecut=0:open-gop=1:log-level=error"
                .formatted(FRAMES_PER_SECOND)));
    command.addAll(List.of("-tag:v", "hvc1", "-colorspace", "bt709"));
    command.addAll(List.of("-color_primaries", "bt709", "-color_trc", "bt709"));
    command.addAll(List.of("-c:a", "aac", "-b:a", "160k", unfinished.toString()));
    Child.run(command);
    Files.move(unfinished, clip, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Draws an artificial photograph as a portable pixmap. */
  private static Path draw(Path file, int width, int height, long seed) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write("P6 %d %d 255%n".formatted(width, height).getBytes(StandardCharsets.US_ASCII));
      for (int pixel : new Texture(width, height, seed).pixels()) {
        out.write(pixel >> 16);
        out.write(pixel >> 8);
        out.write(pixel);
      }
    }
    return file;
  }
}
