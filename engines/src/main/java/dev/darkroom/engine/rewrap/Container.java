package dev.darkroom.engine.rewrap;

/** Containers that are rewrapped. */
public enum Container {
  /** WebM too. */
  MATROSKA("matroska"),
  MPEG_TS("mpegts"),
  MPEG_PS("mpeg"),
  /** MPEG-1 or MPEG-2 pictures without a container. */
  MPEG_VIDEO("mpegvideo"),
  AVI("avi"),
  FLV("flv"),
  ASF("asf"),
  OGG("ogg");

  private final String demuxer;

  Container(String demuxer) {
    this.demuxer = demuxer;
  }

  /** Name of ffmpeg's demuxer. */
  String demuxer() {
    return demuxer;
  }
}
