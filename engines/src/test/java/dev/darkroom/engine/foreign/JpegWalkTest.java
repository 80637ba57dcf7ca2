package dev.darkroom.engine.foreign;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.jpeg.JpegFrame;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the size on which limits are checked with the size that libjpeg decodes. */
@ExtendWith(NeedsNativeCodecs.class)
class JpegWalkTest {
  private static final String NOTHING = "nothing";

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing,                   '',                         160×120, 160×120",
    "bytes between segments,    00 01 c0 7f,                160×120, 160×120",
    "a stuffed zero,            ff 00 ff 00,                160×120, 160×120",
    "fill bytes,                ff ff ff ff,                160×120, 160×120",
    "a restart marker,          ff d5,                      160×120, 160×120",
    "a temporary marker,        ff 01,                      160×120, 160×120",
    "an empty comment,          ff fe 00 02,                160×120, 160×120",
    "a frame in a comment,      ff fe 00 0f SOF,            160×120, 160×120",
    "two frame headers,         SOF,                        1×1, nothing",
    "another start of image,    ff d8,                      nothing, nothing",
    "a scan too early,          ff da 00 08 01 01 00 00 3f 00, nothing, nothing",
    "an end too early,          ff d9,                      nothing, nothing",
    "a length below 2,          ff fe 00 00,                160×120, 160×120",
    "a reserved marker,         ff 02 00 04 00 00,          160×120, nothing",
    "another reserved marker,   ff f0 00 03 00,             160×120, nothing",
    "a marker for extensions,   ff c8 00 03 00,             160×120, nothing",
  })
  void bothFindTheSameSizeUnlessOneGivesUp(
      String what, String inserted, String ours, String libjpegs) {
    byte[] file = photoWith(inserted.replace("SOF", "ff c0 00 0b 08 00 01 00 01 01 01 11 00"));

    assertThat(found(file)).isEqualTo(ours);
    assertThat(decoded(file)).isEqualTo(libjpegs);
  }

  /** Inserts bytes before the frame header of a photo of 160×120 pixels. */
  private static byte[] photoWith(String hex) {
    byte[] file = NativeJpeg.encode(Pictures.photo(160, 120), JpegOptions.of(80));
    byte[] inserted = HexFormat.of().parseHex(hex.replace(" ", ""));
    int at = JpegBytes.frameHeader(file);
    byte[] all = new byte[file.length + inserted.length];
    System.arraycopy(file, 0, all, 0, at);
    System.arraycopy(inserted, 0, all, at, inserted.length);
    System.arraycopy(file, at, all, at + inserted.length, file.length - at);
    return all;
  }

  private static String found(byte[] file) {
    try {
      JpegFrame frame = JpegFrame.find(file);
      return frame.width() + "×" + frame.height();
    } catch (Malformed e) {
      return NOTHING;
    }
  }

  private static String decoded(byte[] file) {
    try (var arena = Arena.ofConfined()) {
      MemorySegment data = arena.allocateFrom(JAVA_BYTE, file);
      MemorySegment pix = Leptonica.readJpeg(data, 1, arena.allocate(JAVA_INT));
      if (Foreign.isNull(pix)) {
        return NOTHING;
      }
      String size = Leptonica.width(pix) + "×" + Leptonica.height(pix);
      Leptonica.destroy(arena.allocateFrom(ADDRESS, pix));
      return size;
    }
  }
}
