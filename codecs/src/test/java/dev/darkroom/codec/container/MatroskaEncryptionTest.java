package dev.darkroom.codec.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MatroskaEncryptionTest {
  private static final int HEADER = 0x1A45DFA3;
  private static final int SEGMENT = 0x18538067;
  private static final int INFO = 0x1549A966;
  private static final int TRACKS = 0x1654AE6B;
  private static final int TRACK_ENTRY = 0xAE;
  private static final int ENCODINGS = 0x6D80;
  private static final int ENCODING = 0x6240;
  private static final int ENCRYPTION = 0x5035;
  private static final int COMPRESSION = 0x5034;
  private static final int CLUSTER = 0x1F43B675;
  private static final byte[] NOTHING = {};

  @Test
  void isFoundInTheDescriptionOfATrack() {
    byte[] plain = element(TRACK_ENTRY, element(0xD7, new byte[] {1}));

    assertThat(MatroskaEncryption.isIn(file(plain, encoded(ENCRYPTION)))).isTrue();
    assertThat(MatroskaEncryption.isIn(file(encoded(ENCRYPTION), plain))).isTrue();
  }

  @Test
  void compressionIsNone() {
    assertThat(MatroskaEncryption.isIn(file(encoded(COMPRESSION)))).isFalse();
  }

  @Test
  void whatFramesLookLikeDoesNotCount() {
    byte[] frames = element(CLUSTER, element(TRACKS, encoded(ENCRYPTION)));
    byte[] file =
        join(
            element(HEADER, NOTHING),
            join(ByteBuffer.allocate(4).putInt(SEGMENT).array(), ANY),
            frames);

    assertThat(MatroskaEncryption.isIn(file)).isFalse();
  }

  @Test
  void anyFileThatEndsEarlyHasAnAnswer() {
    byte[] file = file(encoded(ENCRYPTION));

    for (int length = 0; length < file.length - 1; length++) {
      assertThat(MatroskaEncryption.isIn(Arrays.copyOf(file, length))).isFalse();
    }
  }

  /** The size of an element that ends with the file. */
  private static final byte[] ANY = {1, -1, -1, -1, -1, -1, -1, -1};

  private static byte[] encoded(int how) {
    return element(TRACK_ENTRY, element(ENCODINGS, element(ENCODING, element(how, NOTHING))));
  }

  private static byte[] file(byte[]... tracks) {
    return join(
        element(HEADER, new byte[20]),
        element(SEGMENT, join(element(INFO, new byte[300]), element(TRACKS, join(tracks)))));
  }

  private static byte[] element(int id, byte[] payload) {
    int length = (Integer.SIZE - Integer.numberOfLeadingZeros(id) + 7) / 8;
    byte[] name = Arrays.copyOfRange(ByteBuffer.allocate(4).putInt(id).array(), 4 - length, 4);
    byte[] size = ByteBuffer.allocate(8).putLong(payload.length | 1L << 56).array();
    return join(name, size, payload);
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
