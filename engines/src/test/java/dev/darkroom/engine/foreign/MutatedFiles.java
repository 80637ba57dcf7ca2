package dev.darkroom.engine.foreign;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.jpeg.JpegFrame;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.webp.WebpAnimation;
import dev.darkroom.engine.foreign.JpegOptions.Subsampling;
import dev.darkroom.fixtures.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Decodes mutated files: a program of its own, so that a crash in C does not end the tests. */
final class MutatedFiles {
  private static final long PIXEL_LIMIT = 1 << 20;
  private static final int WARM_UP = 4;

  private enum Kind {
    JPEG,
    WEBP,
    ANIMATION
  }

  private enum Answer {
    WHOLE,
    DAMAGED,
    UNSUPPORTED,
    BROKEN
  }

  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  private record Sample(Kind kind, byte[] file, int width, int height) {}

  private MutatedFiles() {}

  /**
   * Prints how many files were decoded, how much memory that took, and how the files ended.
   *
   * @param arguments number of files, seed
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[0]);
    var random = new Random(Long.parseLong(arguments[1]));
    List<Sample> samples = samples();
    Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
    long memory = 0;
    for (int round = 0; round < rounds; round++) {
      if (round == rounds / WARM_UP) {
        memory = residentKib();
      }
      Sample sample = samples.get(round % samples.size());
      answers.merge(attempt(mutate(sample, random), random), 1, Integer::sum);
    }
    System.out.printf(
        "rounds=%d growthKib=%d answers=%s%n",
        rounds, memory == 0 ? 0 : residentKib() - memory, answers);
  }

  private static List<Sample> samples() throws IOException {
    Bitmap photo = Pictures.photo(160, 120);
    Bitmap fading = Pictures.fading(160, 120);
    return List.of(
        jpeg(new JpegOptions(80, Subsampling.HALVED, false), photo),
        jpeg(new JpegOptions(80, Subsampling.HALVED, true), photo),
        jpeg(new JpegOptions(90, Subsampling.NONE, true), photo),
        new Sample(Kind.JPEG, Pictures.grayJpeg(160, 120), 160, 120),
        new Sample(Kind.JPEG, Fixtures.PLAIN_PHOTO.bytes(), 1200, 800),
        webp(WebpOptions.of(80), photo),
        webp(WebpOptions.of(80), fading),
        webp(new WebpOptions(50, 2, 100, true), photo),
        webp(new WebpOptions(50, 2, 100, true), fading),
        animation(photo, fading));
  }

  private static Sample jpeg(JpegOptions options, Bitmap bitmap) {
    return new Sample(Kind.JPEG, NativeJpeg.encode(bitmap, options), 160, 120);
  }

  private static Sample webp(WebpOptions options, Bitmap bitmap) {
    return new Sample(Kind.WEBP, NativeWebp.encode(bitmap, options), 160, 120);
  }

  private static Sample animation(Bitmap... pictures) {
    try (var writer = new AnimatedWebpWriter(160, 120, 0, WebpOptions.of(60))) {
      for (Bitmap picture : pictures) {
        writer.add(picture, Duration.ofMillis(40));
      }
      return new Sample(Kind.ANIMATION, writer.finish(), 160, 120);
    }
  }

  /** Changes bytes, many of them in headers, doubles a part, or cuts off the end. */
  private static Sample mutate(Sample sample, Random random) {
    byte[] file = sample.file().clone();
    if (random.nextInt(4) == 0) {
      file = Arrays.copyOf(file, 1 + random.nextInt(file.length));
    }
    int changes = random.nextInt(10);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(random.nextBoolean() ? file.length : Math.min(700, file.length));
      file[at] =
          switch (random.nextInt(5)) {
            case 0 -> (byte) 0xff;
            case 1 -> 0;
            case 2 -> (byte) (file[at] ^ 1 << random.nextInt(8));
            default -> (byte) random.nextInt(256);
          };
    }
    if (random.nextInt(5) == 0 && file.length > 64) {
      int length = 1 + random.nextInt(file.length / 2);
      int from = random.nextInt(file.length - length);
      int to = random.nextInt(file.length - length);
      System.arraycopy(file, from, file, to, length);
    }
    return new Sample(sample.kind(), file, sample.width(), sample.height());
  }

  private static Answer attempt(Sample sample, Random random) {
    Decoding decoding =
        switch (sample.kind()) {
          case JPEG -> jpeg(sample, 1 << random.nextInt(4));
          case WEBP ->
              random.nextInt(4) == 0
                  ? NativeWebp.decodeScaled(sample.file(), 160, 120, 40, 30)
                  : NativeWebp.decode(sample.file(), 160, 120);
          case ANIMATION -> animation(sample.file());
        };
    return switch (decoding) {
      case Decoding.Picture(Bitmap bitmap, boolean damaged) ->
          damaged ? Answer.DAMAGED : Answer.WHOLE;
      case Decoding.Unsupported(String what) -> Answer.UNSUPPORTED;
      case Decoding.Broken(String reason) -> Answer.BROKEN;
    };
  }

  /** Decodes at the size that the file claims, while that is within limits. */
  private static Decoding jpeg(Sample sample, int reduction) {
    try {
      JpegFrame frame = JpegFrame.find(sample.file());
      if ((long) frame.width() * frame.height() > PIXEL_LIMIT) {
        return new Decoding.Broken("too large");
      }
      return NativeJpeg.decode(sample.file(), reduction, frame.width(), frame.height());
    } catch (Malformed e) {
      return NativeJpeg.decode(sample.file(), reduction, sample.width(), sample.height());
    }
  }

  private static Decoding animation(byte[] file) {
    try {
      WebpAnimation animation = WebpAnimation.read(file);
      if ((long) animation.width() * animation.height() > PIXEL_LIMIT) {
        return new Decoding.Broken("too large");
      }
      var player = new WebpPlayer(file, animation);
      WebpPlayer.Shown shown = player.next();
      while (player.hasNext()) {
        shown = player.next();
      }
      return new Decoding.Picture(shown.canvas(), shown.damaged());
    } catch (Malformed e) {
      return new Decoding.Broken(e.reason());
    }
  }

  private static long residentKib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }
}
