package dev.darkroom.codec.heif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.codec.inspect.HeaderParser;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeifHeaderTest {
  private static final int PRIMARY = 49;

  private static final int ROUNDS = 20_000;

  @Test
  void theSizeIsThePrimaryItemsAndNotATiles() {
    var header = (Header) HeaderParser.HEIF.inspect(file(new byte[] {2}), true);

    assertThat(header.width()).isEqualTo(4032);
    assertThat(header.height()).isEqualTo(3024);
  }

  @Test
  void aQuarterRotationSwapsTheSides() {
    var header = (Header) HeaderParser.HEIF.inspect(file(new byte[] {2, 3}), true);

    assertThat(header.width()).isEqualTo(3024);
    assertThat(header.height()).isEqualTo(4032);
  }

  @Test
  void aPrimaryItemWithoutASizeIsDamage() {
    assertThat(HeaderParser.HEIF.inspect(file(new byte[] {3}), true))
        .isInstanceOf(Inspection.Damaged.class);
  }

  @Test
  void theWholeMetaBoxIsAskedFor() {
    byte[] file = file(new byte[] {2});

    assertThat(HeaderParser.HEIF.inspect(Arrays.copyOf(file, 40), false))
        .isEqualTo(new Inspection.NeedMore(file.length));
  }

  @Test
  void damagedBoxesGiveFiguresOrAReasonAndNothingElse() {
    byte[] file = file(new byte[] {2, 3});
    var random = new Random(7);
    int headers = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutant = file.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
      }
      switch (HeaderParser.HEIF.inspect(mutant, true)) {
        case Header header -> {
          assertThat(header.width()).isPositive();
          assertThat(header.height()).isPositive();
          headers++;
        }
        case Inspection.Damaged damaged -> assertThat(damaged.reason()).isNotBlank();
        case Inspection.NeedMore _ -> fail("more of a whole file");
      }
    }
    assertThat(headers).isBetween(ROUNDS / 100, ROUNDS - ROUNDS / 10);
  }

  /** Properties 1 to 3 are a tile of 512×512, a picture of 4032×3024 and a quarter rotation. */
  private static byte[] file(byte[] propertiesOfPrimary) {
    byte[] ipco =
        box(
            "ipco",
            box("ispe", ints(0, 512, 512)),
            box("ispe", ints(0, 4032, 3024)),
            box("irot", new byte[] {1}));
    ByteBuffer association = ByteBuffer.allocate(8 + 3 + propertiesOfPrimary.length);
    association.putInt(0).putInt(1).putShort((short) PRIMARY);
    association.put((byte) propertiesOfPrimary.length).put(propertiesOfPrimary);
    byte[] pitm = box("pitm", ByteBuffer.allocate(6).putInt(0).putShort((short) PRIMARY).array());
    byte[] iprp = box("iprp", ipco, box("ipma", association.array()));
    return join(
        box("ftyp", "heic".getBytes(StandardCharsets.US_ASCII), ints(0)),
        box("meta", ints(0), pitm, iprp));
  }

  private static byte[] box(String type, byte[]... parts) {
    byte[] body = join(parts);
    return ByteBuffer.allocate(8 + body.length)
        .putInt(8 + body.length)
        .put(type.getBytes(StandardCharsets.US_ASCII))
        .put(body)
        .array();
  }

  private static byte[] ints(int... values) {
    ByteBuffer out = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      out.putInt(value);
    }
    return out.array();
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
