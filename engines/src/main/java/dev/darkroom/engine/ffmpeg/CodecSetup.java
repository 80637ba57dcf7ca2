package dev.darkroom.engine.ffmpeg;

/**
 * What a decoder has to know before the first frame.
 *
 * @param configuration payload of the box {@link FrameCodec#configurationType()}
 * @param width coded, as the container has it: 1 to 65,535 pixels
 * @param height likewise
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record CodecSetup(FrameCodec codec, byte[] configuration, int width, int height) {
  /** What a sample entry can say. */
  public static final int MAX_EDGE = 0xffff;

  public CodecSetup {
    if (width < 1 || width > MAX_EDGE || height < 1 || height > MAX_EDGE) {
      throw new IllegalArgumentException(width + "×" + height + " is no coded size");
    }
  }
}
