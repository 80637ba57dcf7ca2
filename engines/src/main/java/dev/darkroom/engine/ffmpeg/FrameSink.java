package dev.darkroom.engine.ffmpeg;

/** Takes decoded frames. */
public interface FrameSink {
  /**
   * Takes a frame that could be decoded. Called in order, on the thread that asked for decoding.
   *
   * @param index number of the frame in the source, from 0; numbers left out belong to damaged
   *     frames
   */
  void accept(int index, RawFrame frame);
}
