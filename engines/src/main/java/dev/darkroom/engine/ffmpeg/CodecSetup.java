package dev.darkroom.engine.ffmpeg;

/**
 * The facts that a decoder needs before the first frame.
 *
 * @param configuration payload of the box {@link FrameCodec#configurationType()}
 * @param width coded width by the container, 1 to 65,535 pixels
 * @param height coded height by the container, 1 to 65,535 pixels
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
public record CodecSetup(FrameCodec codec, byte[] configuration, int width, int height) {
  /** Largest width or height that a sample entry can state, in pixels. */
  public static final int MAX_EDGE = 0xffff;

  public CodecSetup {
    if (width < 1 || width > MAX_EDGE || height < 1 || height > MAX_EDGE) {
      throw new IllegalArgumentException(width + "×" + height + " is no coded size");
    }
  }
}
