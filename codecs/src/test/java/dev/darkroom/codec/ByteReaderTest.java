package dev.darkroom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ByteReaderTest {
  private static final byte[] BYTES = {1, 2, 3, 4, -1, -2, -3, -4};

  @Test
  void readsBigEndianUnlessTheNameSaysLittle() throws Malformed {
    assertThat(new ByteReader(BYTES).u8()).isEqualTo(1);
    assertThat(new ByteReader(BYTES).u16()).isEqualTo(0x0102);
    assertThat(new ByteReader(BYTES).u24()).isEqualTo(0x010203);
    assertThat(new ByteReader(BYTES).u32()).isEqualTo(0x01020304L);
    assertThat(new ByteReader(BYTES).u64()).isEqualTo(0x01020304fffefdfcL);
    assertThat(new ByteReader(BYTES).u16le()).isEqualTo(0x0201);
    assertThat(new ByteReader(BYTES).u24le()).isEqualTo(0x030201);
    assertThat(new ByteReader(BYTES).u32le()).isEqualTo(0x04030201L);
  }

  @Test
  void tellsSignedFromUnsigned() throws Malformed {
    assertThat(new ByteReader(BYTES).seek(4).u32()).isEqualTo(0xfffefdfcL);
    assertThat(new ByteReader(BYTES).seek(4).i32()).isEqualTo(0xfffefdfc);
  }

  @Test
  void neverReadsPastItsView() throws Malformed {
    ByteReader view = new ByteReader(BYTES).skip(2).slice(3);

    assertThat(view.u24()).isEqualTo(0x0304ff);
    assertMalformed(view::u8);
    assertMalformed(() -> view.fromStart().u32());
    assertMalformed(() -> view.fromStart().slice(4));
    assertMalformed(() -> view.fromStart().bytes(-1));
    assertMalformed(() -> view.fromStart().skip(Long.MAX_VALUE));
    assertMalformed(() -> view.seek(4));
    assertMalformed(() -> view.seek(-1));
  }

  @Test
  void failsWithTheOffsetInTheFile() {
    var view = new ByteReader(BYTES, 2, 3, 1000);

    assertThatThrownBy(() -> view.skip(1).u32())
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("1001");
  }

  @Test
  void refusesCountsThatNoArrayHolds() {
    assertMalformed(() -> new ByteReader(BYTES).seek(4).count());
    assertMalformed(() -> new ByteReader(new byte[] {-1, 0, 0, 0, 0, 0, 0, 0}).u64());
  }

  private static void assertMalformed(ThrowingCallable read) {
    assertThatThrownBy(read).isInstanceOf(Malformed.class);
  }
}
