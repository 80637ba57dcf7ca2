package dev.darkroom.engine.rewrap;

/** Type of a rewrapped file. */
public enum FileType {
  MP4("mp4"),
  /** QuickTime, for codecs that MP4 does not hold. */
  MOV("mov");

  private final String muxer;

  FileType(String muxer) {
    this.muxer = muxer;
  }

  String muxer() {
    return muxer;
  }

  /** Extension of a file's name, without the dot. */
  public String extension() {
    return muxer;
  }
}
