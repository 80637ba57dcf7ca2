package dev.darkroom.bench.video;

import dev.darkroom.bench.contender.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes ten minutes of 1080p H.264 with a keyframe every two seconds and the index first: 20
 * seconds of ffmpeg's test picture with noise, repeated 30 times.
 */
final class TestVideo {
  static final int SECONDS = 600;
  private static final int CLIP_SECONDS = 20;

  /** A bit rate as phones record it. */
  private static final String BITS_A_SECOND = "14M";

  private TestVideo() {}

  static Path make(Path folder) throws IOException, InterruptedException {
    Path clip = folder.resolve("clip.mp4");
    Child.run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=size=1920x1080:rate=30:duration=" + CLIP_SECONDS + ",noise=alls=12:allf=t",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-b:v",
            BITS_A_SECOND,
            "-g",
            "60",
            "-pix_fmt",
            "yuv420p",
            clip.toString()));
    Path video = folder.resolve("video.mp4");
    Child.run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-stream_loop",
            String.valueOf(SECONDS / CLIP_SECONDS - 1),
            "-i",
            clip.toString(),
            "-c",
            "copy",
            "-movflags",
            "+faststart",
            video.toString()));
    return video;
  }
}
