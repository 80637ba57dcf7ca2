package dev.darkroom.codec.tiff;

/** Undoes what made rows compress better (section 14; Adobe Photoshop TIFF Technical Note 3). */
final class Predictor {
  static final int NONE = 1;
  static final int DIFFERENCES = 2;
  static final int FLOATS = 3;

  private final int kind;
  private final int sampleBytes;
  private final boolean littleEndian;

  Predictor(int kind, int bits, boolean littleEndian) {
    this.kind = kind;
    this.sampleBytes = bits / 8;
    this.littleEndian = littleEndian;
  }

  /** Returns whether a predictor is defined for samples of that many bits. */
  static boolean allows(int kind, int bits, SampleFormat format) {
    return switch (kind) {
      case NONE -> true;
      case DIFFERENCES -> bits == 8 || bits == 16 || bits == 24 || bits == 32 || bits == 64;
      case FLOATS -> format == SampleFormat.FLOAT;
      default -> false;
    };
  }

  /**
   * Turns differences into samples, in place.
   *
   * @param samples per pixel
   */
  void undo(byte[] row, int samples) {
    switch (kind) {
      case DIFFERENCES -> sum(row, samples);
      case FLOATS -> {
        for (int i = samples; i < row.length; i++) {
          row[i] += row[i - samples];
        }
        join(row);
      }
      default -> {}
    }
  }

  private void sum(byte[] row, int samples) {
    int step = samples * sampleBytes;
    for (int at = step; at + sampleBytes <= row.length; at += sampleBytes) {
      int carry = 0;
      for (int i = 0; i < sampleBytes; i++) {
        int b = at + (littleEndian ? i : sampleBytes - 1 - i);
        carry += (row[b] & 0xff) + (row[b - step] & 0xff);
        row[b] = (byte) carry;
        carry >>>= 8;
      }
    }
  }

  /** Joins the bytes of floats: the most significant ones of all samples come first. */
  private void join(byte[] row) {
    byte[] planes = row.clone();
    int count = row.length / sampleBytes;
    for (int i = 0; i < count; i++) {
      for (int b = 0; b < sampleBytes; b++) {
        int to = littleEndian ? sampleBytes - 1 - b : b;
        row[i * sampleBytes + to] = planes[b * count + i];
      }
    }
  }
}
