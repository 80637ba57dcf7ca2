package dev.darkroom.image;

import dev.darkroom.image.rendition.OutputFormat;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What can be set, by properties or by environment variables like {@code DARKROOM_BUCKET}. */
@ConfigMapping(prefix = "darkroom")
interface ImageWorkerConfig {
  /** The bucket with originals and processed media. */
  String bucket();

  /** Where this worker's own jobs come from, for those to be done again. */
  String imageQueueUrl();

  /** Where videos that were signed in as pictures are handed over to. */
  String videoQueueUrl();

  /**
   * The program that decodes HEIC and AVIF, an ffmpeg of version 5.1 or later, or the folder that
   * it was unpacked into; by default the one on the path or in a layer, where there is one.
   */
  Optional<Path> engine();

  Image image();

  /** How pictures are made, and what they may ask for. */
  interface Image {
    /**
     * Each as {@code name WIDTHxHEIGHT fit|cover|pad [enlarge] [format[:quality] …]}, like {@code
     * hero 1600x900 cover webp:85 jpeg}.
     */
    @WithDefault("large 1920x1920 fit,medium 1024x1024 fit,small 512x512 fit,thumb 160x160 cover")
    List<String> renditions();

    /** Of renditions that name none: webp, jpeg, png. A JPEG becomes a PNG where there is alpha. */
    @WithDefault("webp,jpeg")
    List<OutputFormat> formats();

    /** Where none is named; 1 to 100. From 90 on colors are as sharp as light (4:4:4). */
    @WithDefault("82")
    int jpegQuality();

    /** Where none is named; 1 to 100. */
    @WithDefault("80")
    int webpQuality();

    /** Whether JPEGs come coarse first. */
    @WithDefault("false")
    boolean progressiveJpeg();

    /** Of a file. */
    @WithDefault("100M")
    MemorySize maxBytes();

    /** Of a frame. */
    @WithDefault("50000000")
    long maxPixels();

    /** Of a JPEG, which is decoded no larger than it is needed. */
    @WithDefault("100000000")
    long maxJpegPixels();

    /** Of either side. */
    @WithDefault("32768")
    int maxEdge();

    /** Of an animation, or pages of a document. */
    @WithDefault("5000")
    int maxFrames();

    /** Of all frames of an animation together. */
    @WithDefault("2000000000")
    long maxTotalPixels();

    /** Memory that one picture may take; by default the process' heap but a reserve. */
    Optional<MemorySize> maxMemory();

    /** For decoding one picture. */
    @WithDefault("30s")
    Duration decodeTime();

    /** Up to where an animation moves in its renditions. */
    Animation animation();

    /** Whether to decode and encode by libjpeg-turbo and libwebp, where they are there. */
    @WithDefault("true")
    boolean turbo();

    /** Kept of an invocation's time for writing the manifest and answering. */
    @WithDefault("3s")
    Duration answerReserve();

    /** Whether to make one small picture and one call to the store before the first event. */
    @WithDefault("true")
    boolean warmUp();
  }

  /** Of an animation that asks for more there is the first frame. */
  interface Animation {
    /** Shown one after the other. */
    @WithDefault("600")
    int maxFrames();

    /** Of all frames together. */
    @WithDefault("200000000")
    long maxPixels();

    /** For all frames and sizes. */
    @WithDefault("20s")
    Duration time();
  }
}
