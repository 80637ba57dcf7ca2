package dev.darkroom.stream.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Slice;
import dev.darkroom.contract.stream.StreamPlan.Source;
import dev.darkroom.stage.store.ForwardingObjectStore;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.stream.StreamInput;
import dev.darkroom.stage.stream.StreamInput.Range;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SourceReaderTest {
  private static final int MIB = 1 << 20;

  private final InMemoryObjectStore bucket = new InMemoryObjectStore();
  private final List<Long> requests = new ArrayList<>();
  private final ForwardingObjectStore store =
      new ForwardingObjectStore(bucket) {
        @Override
        public Read openRange(String key, String etag, long from, long length) {
          requests.add(length);
          return super.openRange(key, etag, from, length);
        }
      };
  private final byte[] film = new byte[4 * MIB];

  SourceReaderTest() {
    new Random(7).nextBytes(film);
  }

  @Test
  void anInputIsASliceOfTheirObject() throws IOException {
    byte[] first = new StreamInput(new byte[] {1}, List.of(new Range(0, 9))).toBytes();
    var second =
        new StreamInput(new byte[] {2, 3}, List.of(new Range(9, 8), new Range(1L << 40, 7)));
    var both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(second.toBytes());
    SourceReader reader = reader(put("inputs", both.toByteArray()), put("film", film));

    StreamInput read = reader.input(new Slice(first.length, second.toBytes().length));

    assertThat(read.head()).containsExactly(2, 3);
    assertThat(read.ranges()).isEqualTo(second.ranges());
  }

  @Test
  void rangesThatLieCloseTogetherAreReadAtOnce() throws IOException {
    SourceReader reader = reader(put("inputs", new byte[1]), put("film", film));
    var out = new ByteArrayOutputStream();

    reader.copy(List.of(new Range(10, 5), new Range(100, 7), new Range(107, 3)), out);

    assertThat(out.toByteArray()).isEqualTo(bytes(10, 5, 100, 7, 107, 3));
    assertThat(requests).containsExactly(100L);
  }

  @Test
  void rangesFarApartOrInAnotherOrderAreReadOneByOne() throws IOException {
    SourceReader reader = reader(put("inputs", new byte[1]), put("film", film));
    var out = new ByteArrayOutputStream();

    reader.copy(List.of(new Range(3 * MIB, 5), new Range(10, 7), new Range(2 * MIB, 3)), out);

    assertThat(out.toByteArray()).isEqualTo(bytes(3 * MIB, 5, 10, 7, 2 * MIB, 3));
    assertThat(requests).containsExactly(5L, 7L, 3L);
  }

  @Test
  void aSourceThatWasReplacedIsGone() {
    Source old = put("film", film);
    SourceReader reader = reader(put("inputs", new byte[1]), old);
    put("film", new byte[8]);

    assertThatThrownBy(() -> reader.copy(List.of(new Range(0, 1)), new ByteArrayOutputStream()))
        .isInstanceOf(SourceGone.class);
  }

  private byte[] bytes(int... ranges) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < ranges.length; i += 2) {
      out.write(film, ranges[i], ranges[i + 1]);
    }
    return out.toByteArray();
  }

  private Source put(String key, byte[] bytes) {
    return new Source(key, bucket.put(key, PutOptions.binary(), bytes).etag(), bytes.length);
  }

  private SourceReader reader(Source inputs, Source source) {
    return new SourceReader(
        store,
        new StreamPlan(
            StreamPlan.SCHEMA,
            source,
            inputs,
            new StreamPlan.Picture(1000, 0, false, false, 30, null),
            List.of(new StreamPlan.Rung("stream-480", 854, 480)),
            List.of(new StreamPlan.Segment(new Slice(0, 1), 0, 4)),
            null,
            true));
  }
}
