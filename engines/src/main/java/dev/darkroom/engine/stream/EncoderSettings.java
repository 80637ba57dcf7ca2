package dev.darkroom.engine.stream;

/**
 * How streams are coded.
 *
 * @param crf constant rate factor of x264: quality, from 0 (lossless) to 51
 * @param preset of x264, which trades speed for size
 * @param bitsPerPixel most bits per pixel of a second of video; encoders without a rate factor aim
 *     at three quarters of it
 * @param threads number of threads that decode, and that code each size
 * @param soundKbits thousands of bits per second of stereo sound
 */
public record EncoderSettings(
    double crf, String preset, double bitsPerPixel, int threads, int soundKbits) {
  public static final EncoderSettings DEFAULT = new EncoderSettings(23, "veryfast", 0.12, 1, 160);
}
