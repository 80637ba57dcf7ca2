package dev.darkroom.image;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

  Image image();

  /** How pictures are made, and what they may ask for. */
  interface Image {
    /** Each as {@code name WIDTHxHEIGHT fit|cover}. */
    @WithDefault("large 1920x1920 fit,medium 1024x1024 fit,small 512x512 fit,thumb 160x160 cover")
    List<String> renditions();

    /** 1 to 100. */
    @WithDefault("82")
    int jpegQuality();

    /** Of a file. */
    @WithDefault("100M")
    MemorySize maxBytes();

    /** Of a frame. */
    @WithDefault("50000000")
    long maxPixels();

    /** Of either side. */
    @WithDefault("32768")
    int maxEdge();

    /** Of an animation, or pages of a document. */
    @WithDefault("5000")
    int maxFrames();

    /** Heap that one picture may take; by default what the process has but a reserve. */
    Optional<MemorySize> maxMemory();

    /** For decoding one picture. */
    @WithDefault("30s")
    Duration decodeTime();

    /** Kept of an invocation's time for writing the manifest and answering. */
    @WithDefault("3s")
    Duration answerReserve();

    /** Whether to make one small picture and one call to the store before the first event. */
    @WithDefault("true")
    boolean warmUp();
  }
}
