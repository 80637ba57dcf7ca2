package dev.darkroom.codec.header;

/**
 * How a JPEG is coded.
 *
 * @param scans those within the given bytes
 * @param invertedInk whether CMYK is stored as 255 less the ink, as Adobe writes it
 */
public record JpegCoding(boolean progressive, boolean arithmetic, int scans, boolean invertedInk) {
  /**
   * A file with more scans is refused. Each costs a decoder a pass over the whole picture;
   * progressive encoders make about ten, and 190 would be the most that make sense for color.
   */
  public static final int MAX_SCANS = 500;
}
