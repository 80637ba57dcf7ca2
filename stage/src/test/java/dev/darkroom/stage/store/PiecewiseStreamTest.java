package dev.darkroom.stage.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads objects for slow consumers, and leaves no connection waiting meanwhile. */
class PiecewiseStreamTest {
  private static final String KEY = "originals/video/local/x/film.mov";

  private final InMemoryObjectStore bucket = new InMemoryObjectStore();
  private final List<Long> requests = new ArrayList<>();
  private int open;

  private final ObjectStore store =
      new ForwardingObjectStore(bucket) {
        @Override
        public Read openRange(String key, String etag, long from, long length) {
          requests.add(length);
          return super.openRange(key, etag, from, length) instanceof Read.Opened found
              ? new Read.Opened(found.info(), counted(found.body()))
              : new Read.Gone();
        }
      };

  private InputStream counted(InputStream body) {
    open++;
    return new FilterInputStream(body) {
      @Override
      public void close() throws IOException {
        open--;
        super.close();
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8 << 20, (8 << 20) + 1, 20_000_000})
  void noResponseIsOpenWhileBytesAreConsumed(int length) throws IOException {
    byte[] film = film(length + 20);
    var read = new SlowConsumer(length);

    try (var stream = stream(put(film), 7, length)) {
      stream.transferTo(read);
    }

    assertThat(read.at).isEqualTo(length);
    assertThat(Arrays.equals(read.bytes, 0, length, film, 7, 7 + length)).isTrue();
    assertThat(requests).hasSize(Math.ceilDiv(length, PiecewiseStream.PIECE));
  }

  @Test
  void bytesComeOneByOneAsWell() throws IOException {
    byte[] film = film(3);

    try (var stream = stream(put(film), 1, 2)) {
      assertThat(stream.read()).isEqualTo(film[1] & 0xff);
      assertThat(stream.read()).isEqualTo(film[2] & 0xff);
      assertThat(stream.read()).isEqualTo(-1);
      assertThat(stream.read(new byte[0])).isZero();
    }
  }

  @Test
  void anObjectThatWasReplacedIsGone() {
    String old = put(film(5));
    put(film(6));

    assertThatThrownBy(() -> stream(old, 0, 5).readAllBytes())
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage("gone");
  }

  @Test
  void anObjectThatIsShorterThanAnnouncedEndsWithAnError() {
    String etag = put(film(5));

    assertThatThrownBy(() -> stream(etag, 0, 6).readAllBytes()).isInstanceOf(EOFException.class);
  }

  private PiecewiseStream stream(String etag, long from, long length) {
    return new PiecewiseStream(
        store, KEY, etag, from, length, () -> new FileNotFoundException("gone"));
  }

  private String put(byte[] bytes) {
    return bucket.put(KEY, PutOptions.binary(), bytes).etag();
  }

  private static byte[] film(int length) {
    byte[] bytes = new byte[length];
    new SplittableRandom(length).nextBytes(bytes);
    return bytes;
  }

  private final class SlowConsumer extends OutputStream {
    private final byte[] bytes;
    private int at;

    SlowConsumer(int length) {
      bytes = new byte[length];
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      assertThat(open).isZero();
      System.arraycopy(some, from, bytes, at, length);
      at += length;
    }
  }
}
