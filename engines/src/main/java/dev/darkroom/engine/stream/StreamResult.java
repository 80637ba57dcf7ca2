package dev.darkroom.engine.stream;

import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;

/** The outcome of coding. Trying again on the same machine would not change it. */
public sealed interface StreamResult {
  /**
   * A segment was coded. Frames that could not be decoded are missing.
   *
   * @param file a fragmented MP4 whose tracks are the rungs in order, all with the same number of
   *     frames, of which the first is a keyframe
   * @param movie index of the file
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  record Coded(byte[] file, Movie movie) implements StreamResult {}

  /**
   * Sound was coded, and written.
   *
   * @param bytes size of what was written
   */
  record Written(long bytes) implements StreamResult {}

  /**
   * The engine stopped early, or nothing in its input could be decoded.
   *
   * @param detail the engine's last messages, for logs
   */
  record Stopped(Reason reason, String detail) implements StreamResult {}

  /**
   * No engine is there that codes H.264.
   *
   * @param why reason, for logs
   */
  record Absent(String why) implements StreamResult {}
}
