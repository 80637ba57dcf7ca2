package dev.darkroom.codec.mp4;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a track's samples are coded (8.5.2).
 *
 * @param format four characters of the codec; of encrypted samples, those of the original format
 * @param codec as RFC 6381 writes it, such as {@code avc1.640028}
 * @param width coded width of pictures by the container, in pixels; 0 for sound
 * @param height coded height of pictures by the container, in pixels; 0 for sound
 * @param depth bits per pixel as QuickTime counts them, which only some codecs need; more than 32
 *     for grays, 0 for sound
 * @param pixelAspect width of a pixel relative to its height; null if the container does not say
 * @param color null if the container does not say
 * @param sound null for pictures
 * @param configurations payloads of the codec's configuration boxes, by type: {@code avcC}, {@code
 *     hvcC}, {@code fiel}, …; and that of a QuickTime color table as {@link #PALETTE}
 */
public record SampleEntry(
    String format,
    String codec,
    boolean encrypted,
    int width,
    int height,
    int depth,
    @Nullable Double pixelAspect,
    @Nullable Color color,
    @Nullable Sound sound,
    Map<String, byte[]> configurations) {
  /** Name of a color table among the configurations; it is no box of its own in the file. */
  public static final String PALETTE = "ctab";

  public SampleEntry {
    configurations = Map.copyOf(configurations);
  }

  /**
   * Format of sound.
   *
   * @param channels number of channels, 0 if the container does not say
   * @param sampleRate samples per second, 0 if the container does not say
   */
  public record Sound(int channels, int sampleRate) {}

  /**
   * Color by the code points of ITU-T H.273.
   *
   * @param fullRange whether samples use all values; null if the container does not say
   */
  public record Color(int primaries, int transfer, int matrix, @Nullable Boolean fullRange) {}
}
