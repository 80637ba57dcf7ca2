package dev.darkroom.video.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.batch.Deadline;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sound of a plan is what ffmpeg decodes of the whole file. */
class PlannedSoundTest {
  private static final int RATE = 48_000;

  @TempDir private static Path folder;

  @BeforeAll
  static void needsFfmpeg() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aac.mp4      | true  | -c:a aac",
        "mono.mp4     | true  | -c:a aac -ac 1",
        "surround.mp4 | false | -c:a aac -ac 6",
        "ac3.mp4      | false | -c:a ac3",
        "eac3.mp4     | false | -c:a eac3",
        "mp3.mp4      | false | -c:a libmp3lame",
        "opus.mp4     | false | -c:a libopus",
        "flac.mp4     | false | -c:a flac -strict -2",
        "alac.mov     | false | -c:a alac",
        "big.mov      | false | -c:a pcm_s16be",
        "little.mov   | false | -c:a pcm_s16le",
        "deep.mov     | false | -c:a pcm_s24le",
        "float.mov    | false | -c:a pcm_f32le",
        "six.mov      | false | -c:a pcm_s16le -ac 6",
        "law.mov      | false | -c:a pcm_mulaw",
        "adpcm.mov    | false | -c:a adpcm_ima_qt",
        "split.mov    | false | -c:a pcm_s16le -movflags frag_keyframe+empty_moov",
        "pieces.mp4   | true  | -c:a aac -movflags frag_keyframe+empty_moov+delay_moov",
        "late.mp4     | false | -c:a aac -af asetpts=PTS+1.5/TB",
      })
  void thePlansSoundIsThatOfTheFile(String name, boolean copied, String coding) throws Exception {
    Path file =
        Ffmpeg.make(
            folder.resolve(name),
            "-f lavfi -i testsrc2=size=64x48:rate=25:duration=4 -f lavfi -i"
                + " aevalsrc=0.4*sin(2*PI*(200*t+150*t*t)):s=48000:d=4 -shortest -c:v libx264 "
                + coding);
    byte[] bytes = Files.readAllBytes(file);
    Movie movie = Mp4Reader.read(Mp4Source.of(bytes), Mp4Limits.DEFAULT);
    var found = (SoundTrack.Found) SoundTrack.of(movie);

    var planned =
        (SoundPlanner.Planned.Ready)
            SoundPlanner.plan(found, bytes.length, Deadline.after(Duration.ofMinutes(1)));

    assertThat(planned.copied()).isEqualTo(copied);
    assertThat(planned.seconds()).isBetween(3.9, 5.6);
    Path input = folder.resolve("input.mp4");
    Files.write(input, PlannedMovie.bytes(planned.input(), bytes));
    float[] expected = decoded(file, 0);
    float[] heard = decoded(input, 10);
    // A decoder that starts without the frame before gets the first one wrong.
    int from = copied ? 4096 : 0;
    assertThat(heard.length).isBetween(expected.length - 2048, expected.length + 2048);
    double difference = 0;
    for (int i = from; i < Math.min(expected.length, heard.length) - 2048; i++) {
      difference = Math.max(difference, Math.abs(expected[i] - heard[i]));
    }
    assertThat(difference).isLessThan(0.02);
  }

  /** Returns the sound as mono from a time on. */
  private static float[] decoded(Path file, int start) {
    byte[] raw =
        Ffmpeg.run(
            "ffmpeg",
            "-v error -copyts -i %s -map 0:a:0 -af aresample=async=1:first_pts=%d -ac 1 -f f32le -"
                .formatted(file, start * RATE));
    ByteBuffer bytes = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(samples);
    return samples;
  }
}
