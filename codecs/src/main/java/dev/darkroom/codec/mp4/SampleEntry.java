package dev.darkroom.codec.mp4;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a track's samples are coded (8.5.2).
 *
 * @param format the four characters of the codec, those of the original one if it is encrypted
 * @param codec as RFC 6381 writes it
 * @param width coded width of pictures as the container has it, 0 for sound
 * @param height likewise
 * @param pixelAspect width of a pixel for a height of one; absent where the container says nothing
 * @param color absent where the container says nothing
 * @param sound absent of pictures
 * @param configurations the codec's own set-up, raw, by box type: {@code avcC}, {@code hvcC}, …
 */
public record SampleEntry(
    String format,
    String codec,
    boolean encrypted,
    int width,
    int height,
    @Nullable Double pixelAspect,
    @Nullable Color color,
    @Nullable Sound sound,
    Map<String, byte[]> configurations) {
  public SampleEntry {
    configurations = Map.copyOf(configurations);
  }

  /**
   * @param sampleRate samples a second, 0 where the container does not say
   */
  public record Sound(int channels, int sampleRate) {}

  /**
   * Code points of ITU-T H.273.
   *
   * @param fullRange whether the samples use all values, absent where the container says nothing
   */
  public record Color(int primaries, int transfer, int matrix, @Nullable Boolean fullRange) {}
}
