package dev.darkroom.codec.header;

/**
 * How a JPEG is coded.
 *
 * @param scans number of scans that begin within the given bytes
 */
public record JpegCoding(boolean progressive, boolean arithmetic, int scans) {
  /**
   * Most scans a file may have. Each costs a decoder a pass over the whole picture; progressive
   * encoders write about ten, and more than 190 make no sense for color.
   */
  public static final int MAX_SCANS = 500;
}
