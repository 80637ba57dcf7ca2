package dev.darkroom.codec.header;

/**
 * How a JPEG is coded.
 *
 * @param scans number of scans that begin within the given bytes
 */
public record JpegCoding(boolean progressive, int scans) {
  /**
   * Most scans a file may have. Each costs a decoder a pass over the whole picture; progressive
   * encoders write about ten, and more than 190 make no sense for color.
   */
  public static final int MAX_SCANS = 500;

  /** What a header calls exotic in an arithmetic-coded file that has nothing else exotic. */
  public static final String ARITHMETIC = "arithmetic coding";
}
