package dev.darkroom.codec.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FragmentWriterTest {
  private static final byte[] CONFIGURATION = {1, 100, 0, 10};

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    byte[] init =
        InitSegment.of(
            List.of(
                new InitTrack(
                    1,
                    Track.Kind.VIDEO,
                    600,
                    TrackHeader.of(1, 640, 360),
                    PictureEntry.of(
                        "avc1", 640, 360, PictureEntry.COLOR, Map.of("avcC", CONFIGURATION))),
                new InitTrack(2, Track.Kind.OTHER, 48_000, TrackHeader.of(2, 0, 0), new byte[8])));
    byte[] first =
        FragmentHead.of(
            1,
            List.of(
                new TrackRun(
                    1,
                    1200,
                    List.of(
                        new TrackRun.Sample(10, 20, true, 0),
                        new TrackRun.Sample(20, 30, false, -5))),
                new TrackRun(2, 48_000, List.of(new TrackRun.Sample(7, 1024, true, 0)))));
    byte[] second =
        FragmentHead.of(
            2, List.of(new TrackRun(1, 1250, List.of(new TrackRun.Sample(40, 20, true, 0)))));
    byte[] file = Mp4Bytes.join(init, first, new byte[37], second, new byte[40]);

    Movie movie = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);

    Track video = movie.tracks().getFirst();
    assertThat(video.timescale()).isEqualTo(600);
    SampleEntry entry = Objects.requireNonNull(video.entry());
    assertThat(entry.format()).isEqualTo("avc1");
    assertThat(entry.width()).isEqualTo(640);
    assertThat(entry.configurations().get("avcC")).isEqualTo(CONFIGURATION);
    int start = init.length + first.length;
    assertThat(Mp4Bytes.all(video.samples()))
        .containsExactly(
            new Sample(start, 10, 1200, 20, 0, true, 1),
            new Sample(start + 10, 20, 1220, 30, -5, false, 1),
            new Sample(start + 37 + second.length, 40, 1250, 20, 0, true, 1));
    assertThat(Mp4Bytes.all(movie.tracks().get(1).samples()))
        .containsExactly(new Sample(start + 30, 7, 48_000, 1024, 0, true, 1));
  }

  @Test
  void aFileSaysHowLongItsFragmentsLast() throws Exception {
    var track = new InitTrack(1, Track.Kind.OTHER, 600, TrackHeader.of(1, 0, 0), new byte[8]);
    byte[] index =
        SegmentIndex.of(
            1,
            600,
            0,
            List.of(new SegmentIndex.Segment(100, 2400), new SegmentIndex.Segment(50, 30)));
    byte[] fragment = FragmentHead.of(1, List.of());
    // Only the first of two is read.
    Mp4Limits few = new Mp4Limits(1 << 20, 100, 1, 100, 1);

    assertThat(
            duration(Mp4Bytes.join(InitSegment.of(List.of(track), 4.05), fragment, fragment), few))
        .isEqualTo(Duration.ofMillis(4050));
    assertThat(
            duration(Mp4Bytes.join(InitSegment.of(List.of(track)), index, fragment, fragment), few))
        .isEqualTo(Duration.ofMillis(4050));
  }

  private static Duration duration(byte[] file, Mp4Limits limits) throws Exception {
    return Objects.requireNonNull(Mp4Reader.read(Mp4Source.of(file), limits).duration());
  }

  @Test
  void whatASegmentIndexCannotHoldHasNone() {
    assertThat(SegmentIndex.of(1, 600, 0, List.of(new SegmentIndex.Segment(1L << 31, 1))))
        .isEmpty();
  }
}
