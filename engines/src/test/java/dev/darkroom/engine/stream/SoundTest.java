package dev.darkroom.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.codec.Tool;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.stream.StreamResult.Stopped;
import dev.darkroom.engine.stream.StreamResult.Written;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound comes out as AAC, as many seconds after the movie's start as it went in. */
class SoundTest {
  /** Seconds between two clicks. */
  private static final int PERIOD = 1;

  private static final int LEAD_SECONDS = 10;
  private static final int FRAME = 1024;

  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aac -b:a 128k                    | 44100 | 2 | 60 | 44100
          aac -b:a 128k                    | 48000 | 2 | 60 | 48000
          aac -b:a 96k                     | 48000 | 1 |  8 | 48000
          aac -b:a 320k                    | 48000 | 6 |  8 | 48000
          ac3 -b:a 384k                    | 48000 | 6 |  8 | 48000
          eac3 -b:a 384k                   | 48000 | 6 |  8 | 48000
          libopus -b:a 96k -strict -2      | 48000 | 2 |  8 | 48000
          libmp3lame -b:a 128k             | 44100 | 2 |  8 | 44100
          mp2 -b:a 192k                    | 48000 | 2 |  8 | 48000
          pcm_s16le                        | 44100 | 2 |  8 | 44100
          pcm_s16be                        | 32000 | 1 |  8 | 48000
          pcm_s24be                        | 96000 | 2 |  8 | 48000
          pcm_f32le                        | 48000 | 2 |  8 | 48000
          alac                             | 22050 | 2 |  8 | 44100
          flac -strict -2                  | 44100 | 2 |  8 | 44100
          pcm_mulaw                        |  8000 | 1 |  8 | 48000
          """)
  void clicksStayWhereTheyAre(String codec, int rate, int channels, int seconds, int coded)
      throws Exception {
    SoundInput input = SoundInput.of(clicks(codec, rate, channels, seconds));

    float[] out = decoded(code(input), coded);

    for (double at : new double[] {0.5, seconds / 2.0 + 0.5, seconds - 0.5}) {
      assertThat(click(out, coded, at)).isCloseTo(at, within(0.004));
    }
  }

  @Test
  void itsFirstFrameIsTheMoviesFirst() throws Exception {
    byte[] file = code(SoundInput.of(clicks("aac", 44100, 2, 8)));

    Track track = track(file);
    SampleCursor cursor = track.samples().cursor();
    Sample first = Objects.requireNonNull(cursor.next());
    assertThat(track.timescale()).isEqualTo(44100);
    assertThat(first.time() + first.compositionOffset()).isEqualTo(LEAD_SECONDS * 44100L);
    assertThat(first.duration()).isEqualTo(FRAME);
    assertThat(track.samples().span()).isBetween(8L * 44100, 8L * 44100 + 2 * FRAME);
    assertThat(Objects.requireNonNull(track.entry()).codec()).isEqualTo("mp4a.40.2");
    assertThat(Objects.requireNonNull(track.entry()).sound()).isNotNull();
  }

  @Test
  void soundThatStartsLaterIsPrecededBySilence() throws Exception {
    SoundInput input = SoundInput.of(clicks("aac", 48000, 2, 4)).startingLater(2 * 48000);

    byte[] file = code(input);

    Sample first = Objects.requireNonNull(track(file).samples().cursor().next());
    assertThat(first.time()).isEqualTo(LEAD_SECONDS * 48000L);
    float[] out = decoded(file, 48000);
    assertThat(click(out, 48000, 2.5)).isCloseTo(2.5, within(0.004));
    assertThat(click(out, 48000, 5.5)).isCloseTo(5.5, within(0.004));
    assertThat(loudest(out, 0, 2 * 48000 - 5000)).isLessThan(0.001f);
  }

  @Test
  void soundBeforeTheMoviesStartIsCutOff() throws Exception {
    SoundInput input = SoundInput.of(clicks("aac", 48000, 2, 6)).startingLater(-3 * 48000);

    byte[] file = code(input);

    Sample first = Objects.requireNonNull(track(file).samples().cursor().next());
    assertThat(first.time()).isEqualTo(LEAD_SECONDS * 48000L);
    assertThat(click(decoded(file, 48000), 48000, 0.5)).isCloseTo(0.5, within(0.004));
    assertThat(track(file).samples().span()).isLessThan(4 * 48000);
  }

  @ParameterizedTest
  @CsvSource({"0.5", "0.03", "20"})
  void gapsAreSilent(double gap) throws Exception {
    SoundInput input = SoundInput.of(clicks("aac", 48000, 2, 4));
    // 94 frames of 1024 samples after the priming frame: about 2 seconds.
    float[] out = decoded(code(input.pausing(94, Math.round(gap * 48000))), 48000);

    assertThat(click(out, 48000, 1.5)).isCloseTo(1.5, within(0.004));
    assertThat(click(out, 48000, 2.5 + gap)).isCloseTo(2.5 + gap, within(0.012));
    assertThat(click(out, 48000, 3.5 + gap)).isCloseTo(3.5 + gap, within(0.012));
  }

  @Test
  void itEndsWithTheMovie() throws Exception {
    SoundInput input = SoundInput.of(clicks("aac", 48000, 2, 8));
    SoundRequest whole = input.request();
    var out = new ByteArrayOutputStream();

    StreamResult result =
        RealCoder.needed()
            .sound(
                new SoundRequest(whole.timescale(), whole.lead(), 2, 48000, 3.25),
                input,
                out,
                RealCoder.LIMITS);

    assertThat(result).isEqualTo(new Written(out.size()));
    assertThat(track(out.toByteArray()).samples().span())
        .isBetween(3 * 48000L + 12000, 3 * 48000L + 12000 + 2 * FRAME);
  }

  @Test
  void damageLeavesTheRest() throws Exception {
    SoundInput input = SoundInput.of(clicks("aac -b:a 128k", 48000, 2, 8));
    int size = input.bytes().length;

    float[] out = decoded(code(input.damaged(size / 3, size / 2)), 48000);

    assertThat(click(out, 48000, 1.5)).isCloseTo(1.5, within(0.004));
    assertThat(click(out, 48000, 6.5)).isCloseTo(6.5, within(0.012));
  }

  @Test
  void garbageIsDamaged() throws Exception {
    SoundInput input = SoundInput.of(clicks("aac -b:a 128k", 48000, 2, 4));

    StreamResult result =
        RealCoder.needed()
            .sound(
                input.request(),
                input.damaged(0, Integer.MAX_VALUE),
                new ByteArrayOutputStream(),
                RealCoder.LIMITS);

    assertThat(result)
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.DAMAGED));
  }

  private static byte[] code(SoundInput input) throws Exception {
    var out = new ByteArrayOutputStream();
    StreamResult result = RealCoder.needed().sound(input.request(), input, out, RealCoder.LIMITS);
    assertThat(result).isEqualTo(new Written(out.size()));
    return out.toByteArray();
  }

  private static Track track(byte[] file) throws Exception {
    Movie movie = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);
    assertThat(movie.tracks()).hasSize(1);
    return movie.tracks().getFirst();
  }

  /** Makes a click of 5 ms half a second after each second, in silence. */
  private static Path clicks(String codec, int rate, int channels, int seconds) throws Exception {
    String source =
        "aevalsrc='0.8*sin(2*PI*1000*t)*between(mod(t,%d),0.5,0.505)':s=%d:d=%d"
            .formatted(PERIOD, rate, seconds);
    String options = "-ac %d -c:a %s".formatted(channels, codec);
    return new Encoding(folder).make(source, options);
  }

  /** Decodes the first channel, from the movie's start on. */
  private static float[] decoded(byte[] file, int rate) throws Exception {
    assertThat(track(file).timescale()).isEqualTo(rate);
    Path path = Files.write(folder.resolve("sound.mp4"), file);
    ByteBuffer bytes =
        ByteBuffer.wrap(
                Tool.needed("ffmpeg")
                    .run(
                        "-v error -i %s -af pan=mono|c0=c0 -f f32le -c:a pcm_f32le -ar %d -"
                            .formatted(path, rate)
                            .split(" ")))
            .order(ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(samples);
    return samples;
  }

  /** Returns when the click near a time starts, in seconds: where it is half as loud as at most. */
  private static double click(float[] samples, int rate, double near) {
    int from = (int) ((near - 0.25) * rate);
    int to = Math.min(samples.length, (int) ((near + 0.25) * rate));
    float most = loudest(samples, from, to);
    assertThat(most).isGreaterThan(0.2f);
    for (int i = from; i < to; i++) {
      if (Math.abs(samples[i]) > most / 2) {
        return i / (double) rate;
      }
    }
    throw new AssertionError("silence");
  }

  private static float loudest(float[] samples, int from, int to) {
    float most = 0;
    for (int i = from; i < to; i++) {
      most = Math.max(most, Math.abs(samples[i]));
    }
    return most;
  }
}
