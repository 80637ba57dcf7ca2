package dev.darkroom.video;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The function's settings, all checked together when it starts. */
@ConfigMapping(prefix = "darkroom")
public interface VideoConfig {
  /** Name of the bucket for originals and processed media. */
  String bucket();

  /** Where pictures that were signed in as videos are handed to. */
  String imageQueueUrl();

  /** Where videos are sent that have to be processed again. */
  String videoQueueUrl();

  /** How long before the invocation's end work stops, so that the answer is in time. */
  @WithDefault("3S")
  @WithConverter(Ranges.Time.class)
  Duration answerReserve();

  /**
   * The program that decodes what Java cannot, an ffmpeg of version 5.1 or later; by default the
   * one on the path or in a layer, where there is one.
   */
  Optional<Path> engine();

  Video video();

  /** Settings of the work on one video. */
  interface Video {
    /** Time for one file; outputs that are not ready by then are missing. */
    @WithDefault("60S")
    @WithConverter(Ranges.Time.class)
    Duration timeBudget();

    /** The least that is read at once: most indexes and many keyframes fit. */
    @WithDefault("64K")
    @WithConverter(Ranges.ReadAhead.class)
    MemorySize readAhead();

    /**
     * Requests for one file: a hundred tiles, of fragmented files a hundred fragments, and some.
     */
    @WithDefault("320")
    @WithConverter(Ranges.Requests.class)
    int maxRequests();

    /** Of the index ({@code moov}) that is kept in memory. */
    @WithDefault("64M")
    @WithConverter(Ranges.IndexSize.class)
    MemorySize maxIndexSize();

    /** Of one coded frame. */
    @WithDefault("16M")
    @WithConverter(Ranges.FrameSize.class)
    MemorySize maxFrameSize();

    /**
     * Of a frame to decode, in pixels along the longer side; the shorter one may have 9/16 of it.
     */
    @WithDefault("4096")
    @WithConverter(Ranges.FrameEdge.class)
    int maxFrameEdge();

    /** The poster's longer side, in pixels; smaller videos are not enlarged. */
    @WithDefault("1920")
    @WithConverter(Ranges.OutputEdge.class)
    int posterEdge();

    /** Of the poster's smaller sizes, likewise. */
    @WithDefault("1024")
    @WithConverter(Ranges.OutputEdge.class)
    int mediumEdge();

    /** Likewise. */
    @WithDefault("512")
    @WithConverter(Ranges.OutputEdge.class)
    int smallEdge();

    /** Width and height of the square thumbnail, in pixels. */
    @WithDefault("160")
    @WithConverter(Ranges.OutputEdge.class)
    int thumbEdge();

    /** The longer side of the storyboard's tiles, in pixels. */
    @WithDefault("160")
    @WithConverter(Ranges.TileEdge.class)
    int tileEdge();

    /** The longer side of the moving preview, in pixels. */
    @WithDefault("320")
    @WithConverter(Ranges.TileEdge.class)
    int previewEdge();

    /** Of the JPEGs, as libjpeg counts. */
    @WithDefault("82")
    @WithConverter(Ranges.Quality.class)
    int jpegQuality();

    /** Of the WebPs, as libwebp counts. */
    @WithDefault("78")
    @WithConverter(Ranges.Quality.class)
    int webpQuality();

    /**
     * Whether a stream of HLS is made, which takes as much room as the original and all of whose
     * bytes pass through the function.
     */
    @WithDefault("false")
    boolean hls();
  }
}
