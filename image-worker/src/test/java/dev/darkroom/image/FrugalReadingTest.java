package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Read;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrugalReadingTest {
  private static final int HEAD = 64 * 1024;

  private final List<String> reads = new ArrayList<>();
  private long bytesRead;

  @Test
  void whatIsRefusedByItsHeaderIsNotReadToItsEnd() throws Exception {
    byte[] bomb = Arrays.copyOf(Fixtures.BOMB_PNG.bytes(), 5_000_000);

    var rejected = (Outcome.Rejected) new Workplace(counting(), Map.of()).process(bomb);

    assertThat(rejected.rejection().code()).isEqualTo(ErrorCode.TOO_MANY_PIXELS);
    assertThat(bytesRead).isLessThanOrEqualTo(HEAD);
  }

  @Test
  void whatIsTooLargeIsNotReadAtAll() throws Exception {
    var workplace = new Workplace(counting(), Map.of("darkroom.image.max-bytes", "1000"));

    workplace.process(Fixtures.PLAIN_PHOTO.bytes());

    assertThat(reads).isEmpty();
  }

  @Test
  void aPhotoIsReadOnceEvenWhenItsFiguresLieFarBehind() throws Exception {
    byte[] photo = behindLargeSegments(Fixtures.PLAIN_PHOTO.bytes());

    Outcome outcome = new Workplace(counting(), Map.of()).process(photo);

    assertThat(outcome).isInstanceOf(Completed.class);
    assertThat(reads).containsExactly("open");
    assertThat(bytesRead).isEqualTo(photo.length);
  }

  /** Adds five application segments of the largest size, like those of profiles and previews. */
  private static byte[] behindLargeSegments(byte[] jpeg) {
    int payload = 65_533;
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 5 * (4 + payload)).put(jpeg, 0, 2);
    for (int i = 0; i < 5; i++) {
      out.putShort((short) 0xffe5).putShort((short) (payload + 2)).put(new byte[payload]);
    }
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }

  /** Returns a store in memory that counts its reads. */
  private ObjectStore counting() {
    var store = new InMemoryObjectStore();
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, args) -> {
              Object answer = method.invoke(store, args);
              if (answer instanceof Read.Opened opened) {
                reads.add(method.getName());
                return new Read.Opened(opened.info(), new Counted(opened.body()));
              }
              return answer;
            });
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      bytesRead += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      bytesRead += Math.max(0, count);
      return count;
    }
  }
}
