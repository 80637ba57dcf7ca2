package dev.darkroom.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names formats that nothing here reads, so that people learn what they have uploaded. */
public final class OtherFormat {
  private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

  /** The first whose magic number is there counts. */
  private static final List<Magic> MAGICS =
      List.of(
          new Magic(0, "\u00ff\n", "a JPEG XL picture"),
          new Magic(4, "JXL \r\n\u0087\n", "a JPEG XL picture"),
          new Magic(4, "jP  \r\n\u0087\n", "a JPEG 2000 picture"),
          new Magic(0, "\u00ffO\u00ffQ", "a JPEG 2000 picture"),
          new Magic(0, "II\u00bc", "a JPEG XR picture"),
          new Magic(0, "8BPS", "a Photoshop file (PSD)"),
          new Magic(0, "gimp xcf", "a GIMP file (XCF)"),
          new Magic(0, "%PDF-", "a PDF"),
          new Magic(0, "%!PS", "a PostScript file"),
          new Magic(0, "\u00c5\u00d0\u00d3\u00c6", "a PostScript file"),
          new Magic(0, "v/1\u0001", "an OpenEXR picture"),
          new Magic(0, "#?RADIANCE", "a Radiance picture (HDR)"),
          new Magic(0, "#?RGBE", "a Radiance picture (HDR)"),
          new Magic(0, "qoif", "a QOI picture"),
          new Magic(0, "DDS ", "a DirectDraw surface (DDS)"),
          new Magic(0, "BPG\u00fb", "a BPG picture"),
          new Magic(0, "FLIF", "a FLIF picture"),
          new Magic(0, "\u008aMNG\r\n", "an MNG animation"),
          new Magic(0, "\u008bJNG\r\n", "a JNG picture"),
          new Magic(0, "\u00d7\u00cd\u00c6\u009a", "a Windows metafile (WMF)"),
          new Magic(40, " EMF", "a Windows metafile (EMF)"),
          new Magic(0, "SIMPLE  =", "a FITS picture"),
          new Magic(0, "AT&TFORM", "a DjVu document"),
          new Magic(0, "FUJIFILMCCD-RAW", "a raw picture of a Fujifilm camera (RAF)"),
          new Magic(0, "IIRO", "a raw picture of an Olympus camera (ORF)"),
          new Magic(0, "IIRS", "a raw picture of an Olympus camera (ORF)"),
          new Magic(0, "MMOR", "a raw picture of an Olympus camera (ORF)"),
          new Magic(0, "IIU\0", "a raw picture of a Panasonic camera (RW2)"),
          new Magic(0, "FOVb", "a raw picture of a Sigma camera (X3F)"),
          new Magic(0, "\0MRM", "a raw picture of a Minolta camera (MRW)"),
          new Magic(4, "ftypcrx ", "a raw picture of a Canon camera (CR3)"),
          new Magic(0, ".RMF", "a RealMedia file"),
          new Magic(0, "DKIF", "an IVF video"),
          new Magic(0, "\u0006\u000e+4", "an MXF file"),
          new Magic(0, "YUV4MPEG2", "a YUV4MPEG video"),
          new Magic(0, "ID3", "an MP3 file"),
          new Magic(0, "fLaC", "a FLAC file"),
          new Magic(8, "WAVEfmt", "a WAV file"),
          new Magic(8, "CDXAfmt", "a file of a Video CD (DAT)"),
          new Magic(0, "PK\u0003\u0004", "a ZIP archive"),
          new Magic(0, "\u001f\u008b", "a gzip archive"),
          new Magic(0, "Rar!", "a RAR archive"),
          new Magic(0, "7z\u00bc\u00af", "a 7-Zip archive"),
          new Magic(0, "\0\0\u0001\0", "a Windows icon (ICO)"),
          new Magic(0, "\0\0\u0002\0\0\0\0\0", "a Targa picture (TGA)"),
          new Magic(0, "\0\0\n\0\0\0\0\0", "a Targa picture (TGA)"),
          new Magic(0, "\0\0\u0002\0", "a Windows cursor (CUR)"));

  private OtherFormat() {}

  /**
   * A magic number.
   *
   * @param at its offset
   * @param bytes a character for each byte
   */
  private record Magic(int at, String bytes, String name) {
    boolean matches(String head) {
      return head.startsWith(bytes, at);
    }
  }

  /**
   * Returns a sentence that says what a file is that {@link MediaFormat#detect} does not recognize.
   *
   * @param file the file's first bytes; {@link MediaFormat#HEAD_LENGTH} suffice
   */
  public static String sentence(byte[] file) {
    String head = new String(file, 0, Math.min(file.length, MediaFormat.HEAD_LENGTH), ISO_8859_1);
    return MAGICS.stream()
        .filter(magic -> magic.matches(head))
        .map(Magic::name)
        .findFirst()
        .or(() -> textual(head))
        .map(name -> "It is " + name + ".")
        .orElse("It is no picture or video in a known format.");
  }

  private static Optional<String> textual(String head) {
    if (head.length() > 2
        && head.charAt(0) == 'P'
        && "1234567Ff".indexOf(head.charAt(1)) >= 0
        && Character.isWhitespace(head.charAt(2))) {
      return Optional.of("a Netpbm picture");
    }
    String markup = (head.startsWith(BYTE_ORDER_MARK) ? head.substring(3) : head).stripLeading();
    if (!markup.startsWith("<")) {
      return Optional.empty();
    }
    String names = markup.toLowerCase(Locale.ROOT);
    if (names.startsWith("<!doctype html") || names.startsWith("<html")) {
      return Optional.of("a web page (HTML)");
    }
    return names.contains("<svg") ? Optional.of("an SVG drawing") : Optional.empty();
  }
}
