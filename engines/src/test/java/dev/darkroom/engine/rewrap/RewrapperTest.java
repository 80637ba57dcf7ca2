package dev.darkroom.engine.rewrap;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.engine.ffmpeg.EngineProgram;
import dev.darkroom.engine.ffmpeg.InputWriter;
import dev.darkroom.engine.ffmpeg.PipeEngine;
import dev.darkroom.engine.ffmpeg.RealEngine;
import dev.darkroom.engine.rewrap.RewrapResult.Rewrapped;
import dev.darkroom.fixtures.Ffmpeg;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rewraps files that ffmpeg makes, and compares what ffprobe says of both. */
@Timeout(120)
class RewrapperTest {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1L << 30, 1L << 30);

  /** A test picture and a tone, of three seconds. */
  private static final String PICTURE = "-f lavfi -i testsrc2=s=320x180:r=25:d=3 ";

  private static final String BOTH = PICTURE + "-f lavfi -i sine=f=440:r=48000:d=3 ";

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Copied pictures are the same bit by bit, and shown at the same times. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MATROSKA   | h264.mkv  | -c:v libx264 -g 50 -c:a aac                         | avc1 mp4a
          MATROSKA   | hevc.mkv  | -c:v libx265 -preset ultrafast -c:a libopus         | hev1 mp4a
          MATROSKA   | vp9.webm  | -c:v libvpx-vp9 -cpu-used 8 -b:v 300k -c:a libopus  | vp09 mp4a
          MATROSKA   | av1.webm  | -c:v libsvtav1 -preset 12 -c:a libopus              | av01 mp4a
          MATROSKA   | ffv1.mkv  | -c:v ffv1 -c:a flac                                 | FFV1 mp4a
          MATROSKA   | mpeg4.mkv | -c:v mpeg4 -tag:v XVID -bf 2 -c:a libmp3lame        | mp4v mp4a
          MATROSKA   | prores.mkv| -c:v prores_ks -c:a pcm_s24le                       | apch mp4a
          MPEG_TS    | h264.ts   | -c:v libx264 -g 50 -c:a aac                         | avc1 mp4a
          MPEG_TS    | hevc.ts   | -c:v libx265 -preset ultrafast -c:a aac             | hev1 mp4a
          MPEG_TS    | mpeg2.ts  | -c:v mpeg2video -bf 2 -c:a mp2                      | mp4v mp4a
          MPEG_TS    | bd.m2ts   | -c:v libx264 -c:a ac3 -f mpegts -mpegts_m2ts_mode 1 | avc1 mp4a
          MPEG_PS    | mpeg2.mpg | -c:v mpeg2video -bf 2 -c:a mp2 -f mpeg              | mp4v mp4a
          MPEG_PS    | dvd.vob   | -c:v mpeg2video -bf 2 -c:a ac3 -f vob               | mp4v mp4a
          MPEG_PS    | mpeg1.mpg | -c:v mpeg1video -bf 2 -c:a mp2 -f mpeg              | mp4v mp4a
          MPEG_VIDEO | plain.m2v | -c:v mpeg2video -bf 2 -an -f mpeg2video             | mp4v
          AVI        | mpeg4.avi | -c:v mpeg4 -bf 2 -c:a libmp3lame                    | mp4v mp4a
          AVI        | xvid.avi  | -c:v libxvid -bf 2 -c:a libmp3lame                  | mp4v mp4a
          AVI        | mjpeg.avi | -c:v mjpeg -pix_fmt yuvj420p -c:a pcm_s16le         | jpeg mp4a
          AVI        | h264.avi  | -c:v libx264 -bf 0 -c:a pcm_s16le                   | avc1 mp4a
          FLV        | h264.flv  | -c:v libx264 -c:a aac                               | avc1 mp4a
          FLV        | flv1.flv  | -c:v flv -ar 44100 -c:a libmp3lame                  | FLV1 mp4a
          ASF        | wmv2.wmv  | -c:v wmv2 -c:a wmav2                                | WMV2 mp4a
          OGG        | theora.ogv| -c:v libtheora -c:a libvorbis                       | theo mp4a
          """)
  void picturesAreCopied(Container container, String name, String arguments, String entries)
      throws Exception {
    Path file = make(name, BOTH + arguments);

    Rewrapped result = rewrapped(container, file);

    assertThat(result.copied()).isTrue();
    Path made = save(result);
    assertThat(entries(made)).isEqualTo(Set.of(entries.split(" ")));
    assertThat(Decoded.pictures(made)).isNotEmpty().isEqualTo(Decoded.pictures(file));
    assertSameTimes(file, made);
  }

  /** Codecs without a place in MP4 or QuickTime become H.264, with a keyframe every second. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MATROSKA | vp8.webm  | -c:v libvpx -b:v 500k -c:a libvorbis
          AVI      | div3.avi  | -c:v msmpeg4 -c:a libmp3lame
          AVI      | huff.avi  | -c:v huffyuv -c:a pcm_s16le
          AVI      | rgb.avi   | -c:v rawvideo -pix_fmt bgr24 -c:a pcm_u8
          AVI      | cine.avi  | -c:v cinepak -s 160x96 -c:a adpcm_ms
          """)
  void otherPicturesAreCodedOnce(Container container, String name, String arguments)
      throws Exception {
    assumeTrue(Ffmpeg.encodes("libx264"), "no ffmpeg with libx264");
    Path file = make(name, BOTH + arguments);

    Rewrapped result = rewrapped(container, file);

    assertThat(result.copied()).isFalse();
    Path made = save(result);
    assertThat(entries(made)).isEqualTo(Set.of("avc1", "mp4a"));
    assertThat(movie(made).video().orElseThrow().samples().keyframes()).isBetween(3, 4);
    assertSameTimes(file, made);
  }

  /** A tone starts with the frame at one second. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MATROSKA | a.mkv  | -c:v libx264 -c:a aac
          MATROSKA | b.webm | -c:v libvpx-vp9 -cpu-used 8 -c:a libopus
          MATROSKA | c.mkv  | -c:v libx264 -c:a ac3
          MATROSKA | d.mkv  | -c:v libx264 -c:a libmp3lame
          MPEG_TS  | e.ts   | -c:v libx264 -c:a mp2
          MPEG_PS  | f.vob  | -c:v mpeg2video -c:a ac3 -f vob
          AVI      | g.avi  | -c:v mpeg4 -bf 0 -c:a pcm_s16le
          AVI      | k.avi  | -c:v mpeg4 -bf 0 -c:a adpcm_ima_wav
          AVI      | l.avi  | -c:v mpeg4 -bf 0 -c:a ac3
          FLV      | h.flv  | -c:v libx264 -bf 0 -c:a aac
          ASF      | i.wmv  | -c:v wmv2 -c:a wmav2
          OGG      | j.ogv  | -c:v libtheora -c:a libvorbis
          """)
  void soundStaysWithThePictures(Container container, String name, String arguments)
      throws Exception {
    Path file =
        make(
            name,
            "-f lavfi -i testsrc2=s=160x96:r=25:d=3 -f lavfi"
                + " -i aevalsrc=gte(t\\,1)*0.5*sin(2*PI*500*t):s=48000:d=3 "
                + arguments);

    Path made = save(rewrapped(container, file));

    double first = Decoded.times(made, "v:0")[0];
    assertThat(Decoded.onset(made) - first).isCloseTo(1, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({
    "OGG, sound.ogg, libvorbis",
    "MATROSKA, sound.mka, libopus",
    "MPEG_TS, sound.ts, aac",
    "AVI, sound.avi, pcm_s16le",
  })
  void soundAloneIsNoPicture(Container container, String name, String codec) throws Exception {
    Path file = make(name, "-f lavfi -i sine=d=2 -c:a " + codec);

    assertThat(rewrap(container, file)).isEqualTo(new RewrapResult.NoPicture());
  }

  @Test
  void coversAreNotTheFilm() throws Exception {
    Path cover = make("cover.png", "-f lavfi -i color=red:s=300x200 -frames:v 1");
    Path film = make("film.mkv", BOTH + "-c:v libx264 -c:a aac");
    Path first =
        make("first.mkv", "-i " + cover + " -i " + film + " -map 0:v -map 1:v -map 1:a -c copy");
    Path attached =
        make(
            "attached.mkv",
            "-i " + film + " -c copy -attach " + cover + " -metadata:s:t mimetype=image/png");

    for (Path file : List.of(first, attached)) {
      Path made = save(rewrapped(Container.MATROSKA, file));
      SampleEntry entry = movie(made).video().orElseThrow().entry();
      assertThat(requireNonNull(entry).width()).isEqualTo(320);
    }
  }

  @Test
  void oneThatEndsTooSoonIsShownAsFarAsItReaches() throws Exception {
    Path whole = make("whole.mkv", BOTH + "-c:v libx264 -g 25 -c:a aac");
    byte[] bytes = Files.readAllBytes(whole);
    Path half = Files.write(folder.resolve("half.mkv"), Arrays.copyOf(bytes, bytes.length / 2));

    Path made = save(rewrapped(Container.MATROSKA, half));
    assertThat(movie(made).video().orElseThrow().samples().count()).isBetween(20, 60);
  }

  @ParameterizedTest
  @EnumSource
  void rubbishIsNoFilm(Container container) throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    byte[] rubbish = new byte[300_000];
    new SplittableRandom(3).nextBytes(rubbish);
    Path file = Files.write(folder.resolve("rubbish"), rubbish);

    assertThat(rewrap(container, file)).isNotInstanceOf(Rewrapped.class);
  }

  @Test
  void encryptedStreamsAreNotCopied() throws Exception {
    Path fake = folder.resolve("ffmpeg");
    Files.writeString(
        fake,
        """
        #!/bin/sh
        echo 'DRM protected stream detected, decoding will likely fail!' >&2
        echo '#media_type 0: video'
        """);
    assumeTrue(fake.toFile().setExecutable(true), "no shell scripts here");
    var rewrapper = new Rewrapper(new PipeEngine(new EngineProgram(fake, null)));

    assertThat(rewrapper.rewrap(Container.ASF, LIMITS, in -> {}, type -> out))
        .isEqualTo(new RewrapResult.Encrypted());
  }

  @Test
  void oneWithoutAnEngineIsAbsent() throws Exception {
    var nothing = new EngineProgram(folder.resolve("nothing"), null);
    var rewrapper = new Rewrapper(new PipeEngine(nothing));

    assertThat(rewrapper.rewrap(Container.AVI, LIMITS, in -> {}, type -> out))
        .isInstanceOf(RewrapResult.Absent.class);
  }

  /** ffprobe shows both files as players do: with edit lists, and without what coders add. */
  private static void assertSameTimes(Path file, Path made) throws Exception {
    double[] expected = Decoded.times(file, "v:0");
    double[] found = Decoded.times(made, "v:0");
    assertThat(found).hasSameSizeAs(expected);
    boolean known = !Double.isNaN(expected[expected.length - 1]);
    for (int i = 0; i < expected.length; i++) {
      // Containers that leave times out have frames at a constant rate, here of 25.
      double at = known ? expected[i] - expected[0] : i / 25.0;
      assertThat(found[i] - found[0]).as("frame %d", i).isCloseTo(at, within(0.0011));
    }
    double[] sound = Decoded.times(file, "a:0");
    double[] madeSound = Decoded.times(made, "a:0");
    assertThat(madeSound.length > 0).isEqualTo(sound.length > 0);
    if (sound.length > 0) {
      double lead = expected[0] - sound[0];
      // A moment of sound before the pictures is left out.
      double kept = lead > 0 && lead < 0.1 ? 0 : lead;
      assertThat(found[0] - madeSound[0]).isCloseTo(kept, within(0.03));
    }
  }

  private static Set<String> entries(Path file) throws Exception {
    return movie(file).tracks().stream()
        .map(track -> track.entry() == null ? "" : track.entry().format())
        .collect(Collectors.toSet());
  }

  private static Movie movie(Path file) throws Exception {
    return Mp4Reader.read(Mp4Source.of(Files.readAllBytes(file)), Mp4Limits.DEFAULT);
  }

  private Path make(String name, String arguments) throws Exception {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
    Path file = Ffmpeg.make(folder.resolve(name), arguments);
    assertThat(file).isNotEmptyFile();
    return file;
  }

  private Rewrapped rewrapped(Container container, Path file) throws Exception {
    RewrapResult result = rewrap(container, file);
    assertThat(result).isInstanceOf(Rewrapped.class);
    return (Rewrapped) result;
  }

  private RewrapResult rewrap(Container container, Path file) throws Exception {
    var rewrapper = new Rewrapper(new PipeEngine(RealEngine.program().orElseThrow()));
    InputWriter input = in -> Files.copy(file, in);
    return rewrapper.rewrap(
        container,
        LIMITS,
        input,
        type -> {
          out.reset();
          return out;
        });
  }

  private Path save(Rewrapped result) throws Exception {
    return Files.write(folder.resolve("made." + result.type().extension()), out.toByteArray());
  }
}
