package dev.darkroom.video;

import dev.darkroom.stage.config.SettingsReader;
import dev.darkroom.stage.config.WorkerSettings;
import dev.darkroom.video.frame.FrameLimits;
import dev.darkroom.video.picture.Poster;
import dev.darkroom.video.plan.StreamPolicy;
import dev.darkroom.video.read.RangedOriginal;
import dev.darkroom.video.rewrap.ContainerRewrapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The video worker's settings, checked.
 *
 * @param streamQueue URL of the queue with the tasks of streams
 * @param timeBudget time for one file; outputs that are not ready by then are missing
 * @param reads how an original is read: at least 64 KiB at once, which hold most indexes and many
 *     keyframes; 320 requests are a hundred tiles, of fragmented files a hundred fragments, and
 *     some
 * @param maxIndexSize largest index ({@code moov}) that is kept in memory, in bytes
 * @param maxFrameSize largest coded frame, in bytes
 * @param frames largest frame that is decoded
 * @param poster sizes of the poster; smaller videos are not enlarged
 * @param tileEdge longer side of a storyboard's tile, in pixels
 * @param previewEdge longer side of the moving preview, in pixels
 * @param jpegQuality 1 to 100, as libjpeg counts
 * @param webpQuality 1 to 100, as libwebp counts
 * @param hls whether to make an HLS stream, which takes as much room as the original and sends all
 *     of its bytes through the function
 * @param stream which videos are coded as streams, and into which sizes
 * @param containers whether and how other containers than MP4, MOV and 3GP are read
 */
record VideoSettings(
    WorkerSettings worker,
    String streamQueue,
    Duration timeBudget,
    RangedOriginal.Limits reads,
    int maxIndexSize,
    int maxFrameSize,
    FrameLimits frames,
    Poster.Sizes poster,
    int tileEdge,
    int previewEdge,
    int jpegQuality,
    int webpQuality,
    boolean hls,
    StreamPolicy stream,
    ContainerRewrapper.Settings containers) {
  private static final int MIN_EDGE = 16;
  private static final int MAX_OUTPUT_EDGE = 8192;

  /** A storyboard has a hundred tiles, all in memory. */
  private static final int MAX_TILE_EDGE = 640;

  /** ITU-T H.264, table A-1: level 6.2 allows no longer side. */
  private static final int MAX_FRAME_EDGE = 16_880;

  /** Reads the settings, each by its name. */
  static VideoSettings of(Function<String, Optional<String>> source) {
    return SettingsReader.read(
        source,
        read ->
            new VideoSettings(
                WorkerSettings.of(read),
                read.text("darkroom.stream-queue-url"),
                read.duration("darkroom.video.time-budget", "60s", "0.000001s", "15m"),
                reads(read),
                (int) read.size("darkroom.video.max-index-size", "64M", "64K", "512M"),
                (int) read.size("darkroom.video.max-frame-size", "16M", "64K", "128M"),
                new FrameLimits(
                    read.count("darkroom.video.max-frame-edge", 4096, 256, MAX_FRAME_EDGE)),
                new Poster.Sizes(
                    output(read, "poster-edge", 1920),
                    output(read, "medium-edge", 1024),
                    output(read, "small-edge", 512),
                    output(read, "thumb-edge", 160)),
                read.count("darkroom.video.tile-edge", 160, MIN_EDGE, MAX_TILE_EDGE),
                read.count("darkroom.video.preview-edge", 320, MIN_EDGE, MAX_TILE_EDGE),
                read.count("darkroom.video.jpeg-quality", 82, 1, 100),
                read.count("darkroom.video.webp-quality", 78, 1, 100),
                read.flag("darkroom.video.hls", false),
                StreamPolicy.of(read),
                new ContainerRewrapper.Settings(
                    read.flag("darkroom.video.containers", true),
                    read.size("darkroom.video.max-container-size", "8G", "1M", "1T"),
                    read.duration("darkroom.video.container-time", "10m", "1s", "15m"))));
  }

  /** The settings that shape outputs. Limits, which decide whether there are any, do not count. */
  List<?> shaping() {
    return List.of(
        poster, tileEdge, previewEdge, jpegQuality, webpQuality, hls, stream, containers.enabled());
  }

  /** The first kilobytes must come at once, since they tell the format. */
  private static RangedOriginal.Limits reads(SettingsReader read) {
    return new RangedOriginal.Limits(
        (int) read.size("darkroom.video.read-ahead", "64K", "4K", "4M"),
        read.count("darkroom.video.max-requests", 320, 4, 10_000));
  }

  private static int output(SettingsReader read, String name, int fallback) {
    return read.count("darkroom.video." + name, fallback, MIN_EDGE, MAX_OUTPUT_EDGE);
  }
}
