package dev.darkroom.engine.ffmpeg;

/** Takes decoded frames. */
public interface FrameSink {
  /**
   * Called on the thread that decodes for each frame that could be decoded, in order.
   *
   * @param index which of the source's frames this is, from 0; those left out are damaged
   */
  void accept(int index, RawFrame frame);
}
