package dev.darkroom.codec.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.MovieIndex.IndexedTrack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovieIndexTest {
  private static final byte[] CONFIGURATION = {1, 100, 0, 10};

  @Test
  void samplesAreFoundWhereTheyLie() throws Exception {
    var pictures = new TableWriter();
    pictures.add(new Sample(100, 10, 0, 20, 0, true, 1));
    pictures.add(new Sample(110, 11, 20, 20, 20, false, 1));
    pictures.add(new Sample(150, 12, 40, 20, -20, false, 1));
    pictures.add(new Sample(6_000_000_000L, 13, 100, 600, 0, true, 1));
    var sound = new TableWriter();
    sound.add(new Sample(121, 7, 24_000, 1024, 0, true, 1));
    sound.add(new Sample(128, 7, 25_024, 1024, 0, true, 1));
    byte[] stsd =
        PictureEntry.of("avc1", 640, 360, PictureEntry.COLOR, Map.of("avcC", CONFIGURATION));

    byte[] head =
        MovieIndex.of(
            List.of(
                new IndexedTrack(
                    new InitTrack(1, Track.Kind.VIDEO, 600, TrackHeader.of(1, 640, 360), stsd),
                    pictures),
                new IndexedTrack(
                    new InitTrack(
                        2, Track.Kind.OTHER, 48_000, TrackHeader.of(2, 0, 0), new byte[8]),
                    sound)),
            6_000_000_013L);

    Movie movie = Mp4Reader.read(new Sparse(head, 6_000_000_013L), Mp4Limits.DEFAULT);
    long start = head.length;
    assertThat(movie.duration()).isEqualTo(Duration.ofMillis(1167));
    assertThat(Mp4Bytes.all(movie.tracks().getFirst().samples()))
        .containsExactly(
            new Sample(start + 100, 10, 0, 20, 0, true, 1),
            new Sample(start + 110, 11, 20, 20, 20, false, 1),
            new Sample(start + 150, 12, 40, 60, -20, false, 1),
            new Sample(start + 6_000_000_000L, 13, 100, 600, 0, true, 1));
    Track second = movie.tracks().get(1);
    assertThat(Mp4Bytes.all(second.samples()))
        .containsExactly(
            new Sample(start + 121, 7, 0, 1024, 0, true, 1),
            new Sample(start + 128, 7, 1024, 1024, 0, true, 1));
    assertThat(second.presentation().pieces())
        .containsExactly(new Presentation.Piece(24_000, 2048, 0, 1));
  }

  /** A file of which only the head is there. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Sparse(byte[] head, long data) implements Mp4Source {
    @Override
    public long size() {
      return head.length + data;
    }

    @Override
    public ByteReader read(long from, int length) throws IOException, Malformed {
      return Mp4Source.of(head).read(from, length);
    }
  }
}
