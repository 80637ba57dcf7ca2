package dev.darkroom.codec.header;

/**
 * How a JPEG is coded.
 *
 * @param scans number of scans that begin within the given bytes
 * @param invertedInk whether CMYK is stored as 255 minus the ink, as Adobe's programs do
 */
public record JpegCoding(boolean progressive, boolean arithmetic, int scans, boolean invertedInk) {
  /**
   * Most scans a file may have. Each costs a decoder a pass over the whole picture; progressive
   * encoders write about ten, and more than 190 make no sense for color.
   */
  public static final int MAX_SCANS = 500;
}
