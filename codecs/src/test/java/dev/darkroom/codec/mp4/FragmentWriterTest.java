package dev.darkroom.codec.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.mp4.TrackRun.Sample;
import java.util.List;
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
                    PictureEntry.of("avc1", 640, 360, "avcC", CONFIGURATION)),
                new InitTrack(2, Track.Kind.OTHER, 48_000, TrackHeader.of(2, 0, 0), new byte[8])));
    byte[] first =
        FragmentHead.of(
            1,
            List.of(
                new TrackRun(
                    1, 1200, List.of(new Sample(10, 20, true, 0), new Sample(20, 30, false, -5))),
                new TrackRun(2, 48_000, List.of(new Sample(7, 1024, true, 0)))));
    byte[] second =
        FragmentHead.of(2, List.of(new TrackRun(1, 1250, List.of(new Sample(40, 20, true, 0)))));
    byte[] file = Mp4Bytes.join(init, first, new byte[37], second, new byte[40]);

    Movie movie = Mp4Reader.read(Mp4Bytes.source(file), Mp4Limits.DEFAULT);

    Track video = movie.tracks().getFirst();
    assertThat(video.timescale()).isEqualTo(600);
    SampleEntry entry = Objects.requireNonNull(video.entry());
    assertThat(entry.format()).isEqualTo("avc1");
    assertThat(entry.width()).isEqualTo(640);
    assertThat(entry.configurations().get("avcC")).isEqualTo(CONFIGURATION);
    Samples samples = video.samples();
    assertThat(samples.count()).isEqualTo(3);
    assertThat(samples.keyframes()).isEqualTo(2);
    assertThat(samples.keyframe(1)).isEqualTo(2);
    int start = init.length + first.length;
    assertThat(samples.sample(0)).isEqualTo(new dev.darkroom.codec.mp4.Sample(start, 10, 1200, 1));
    assertThat(samples.sample(1))
        .isEqualTo(new dev.darkroom.codec.mp4.Sample(start + 10, 20, 1220, 1));
    assertThat(samples.sample(2))
        .isEqualTo(new dev.darkroom.codec.mp4.Sample(start + 37 + second.length, 40, 1250, 1));
    assertThat(movie.tracks().get(1).samples().sample(0).offset()).isEqualTo(start + 30L);
  }
}
