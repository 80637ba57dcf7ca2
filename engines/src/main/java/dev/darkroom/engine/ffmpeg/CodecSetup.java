package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.PictureEntry;
import dev.darkroom.codec.mp4.SampleEntry;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that a decoder needs before the first frame.
 *
 * @param type four characters of the sample entry that names the codec
 * @param depth bits per pixel as QuickTime counts them, which only some codecs need
 * @param configurations payloads of the decoder's configuration boxes by type, as in {@link
 *     SampleEntry}
 * @param width coded width by the container, 1 to 65,535 pixels
 * @param height coded height by the container, 1 to 65,535 pixels
 */
public record CodecSetup(
    FrameCodec codec,
    String type,
    int depth,
    Map<String, byte[]> configurations,
    int width,
    int height) {
  /** Largest width or height that a sample entry can state, in pixels. */
  public static final int MAX_EDGE = 0xffff;

  public CodecSetup {
    configurations = Map.copyOf(configurations);
    if (width < 1 || width > MAX_EDGE || height < 1 || height > MAX_EDGE) {
      throw new IllegalArgumentException(width + "×" + height + " is no coded size");
    }
  }

  /**
   * Takes what a codec other than {@link FrameCodec#CLASSIC} needs.
   *
   * @param configuration payload of the box {@link FrameCodec#configurationType()}
   */
  public CodecSetup(FrameCodec codec, byte[] configuration, int width, int height) {
    this(
        codec,
        codec.sampleEntry(),
        PictureEntry.COLOR,
        Map.of(codec.configurationType(), configuration),
        width,
        height);
  }

  /**
   * Takes what a codec needs from a sample entry: of {@link FrameCodec#CLASSIC} the entry as it is,
   * less the boxes that decoders do not read. Empty if the entry lacks a size or the configuration.
   */
  public static Optional<CodecSetup> of(FrameCodec codec, SampleEntry entry) {
    byte[] configuration = entry.configurations().get(codec.configurationType());
    int width = entry.width();
    int height = entry.height();
    if (width == 0 || height == 0) {
      return Optional.empty();
    }
    if (codec == FrameCodec.CLASSIC) {
      return Optional.of(
          new CodecSetup(
              codec, entry.format(), entry.depth(), entry.configurations(), width, height));
    }
    return Optional.ofNullable(configuration)
        .map(payload -> new CodecSetup(codec, payload, width, height));
  }

  /** Payload of the codec's configuration box; empty if there is none. */
  byte[] configuration() {
    return configurations.getOrDefault(codec.configurationType(), new byte[0]);
  }
}
