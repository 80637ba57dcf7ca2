package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Outcome.Completed;
import dev.darkroom.contract.Rendition;
import dev.darkroom.engine.foreign.Decoding;
import dev.darkroom.engine.foreign.NativeCodecs;
import dev.darkroom.engine.foreign.NativeWebp;
import dev.darkroom.fixtures.Golden;
import dev.darkroom.fixtures.Golden.Tolerance;
import dev.darkroom.image.golden.AnimatedWebp;
import dev.darkroom.image.golden.Comparison;
import dev.darkroom.image.golden.Likeness;
import dev.darkroom.image.step.Pictures;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the renditions of all golden pictures with what they show. */
class GoldenPicturesTest {
  /** {@code whole} holds all of every picture; what {@code tiny} makes is 44×33 of each. */
  private static final Map<String, String> RENDITIONS =
      Map.of(
          "darkroom.image.renditions",
          "whole 256x256 fit png jpeg:100 webp:100,tiny 44x33 fit png");

  private static final Map<String, String> WITHOUT_TURBO =
      Map.of(
          "darkroom.image.renditions",
          "whole 256x256 fit png jpeg:100,tiny 44x33 fit png",
          "darkroom.image.turbo",
          "false");

  static Stream<Golden> stills() {
    return Golden.all().stream();
  }

  static Stream<Golden> jpegs() {
    return Golden.all().stream().filter(golden -> golden.file().endsWith(".jpg"));
  }

  static Stream<Golden> animations() {
    return Golden.all().stream().filter(golden -> golden.animation() != null);
  }

  @ParameterizedTest
  @MethodSource
  void stills(Golden golden) throws Exception {
    looksRight(golden, true);
  }

  @ParameterizedTest
  @MethodSource("jpegs")
  void jpegsWithoutLibjpegTurbo(Golden golden) throws Exception {
    looksRight(golden, false);
  }

  @ParameterizedTest
  @MethodSource
  void animations(Golden golden) throws Exception {
    assumeTrue(NativeCodecs.available(), "animations are written by libwebp");
    Golden.Animation expected = Objects.requireNonNull(golden.animation());
    var workplace = new Workplace(RENDITIONS);
    Completed completed = workplace.complete(golden.bytes());

    Rendition moving = rendition(completed, "whole", "image/webp");
    AnimatedWebp animation = AnimatedWebp.read(workplace.bytes(moving));

    assertThat(animation.delays()).isEqualTo(expected.delays());
    assertThat(animation.plays()).isEqualTo(expected.plays());
    assertThat(animation.frames()).hasSameSizeAs(expected.frames());
    for (int i = 0; i < animation.frames().size(); i++) {
      var comparison =
          new Comparison(reference(expected.frames().get(i)), animation.frames().get(i), 100);
      comparison.requireAtLeast(
          likeness(golden.tolerance(), Coding.WEBP), golden.file() + " frame " + i);
    }
  }

  private static void looksRight(Golden golden, boolean turbo) throws Exception {
    var workplace = new Workplace(turbo ? RENDITIONS : WITHOUT_TURBO);
    Completed completed = completed(golden, workplace.process(golden.bytes()), turbo);
    BufferedImage expected = reference(golden.expected());
    for (Rendition rendition : completed.renditions()) {
      byte[] file = workplace.bytes(rendition);
      boolean webp = rendition.contentType().equals("image/webp");
      if (webp && golden.animation() != null) {
        continue;
      }
      BufferedImage actual = webp ? webp(file, rendition) : Pictures.decode(file);
      Coding coding = Coding.of(rendition);
      if (coding != Coding.SHRUNK) {
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
      }
      new Comparison(expected, actual, golden.rows())
          .requireAtLeast(
              likeness(golden.tolerance(), coding),
              "%s %s %s%s"
                  .formatted(
                      golden.file(), rendition.name(), coding, turbo ? "" : " without turbo"));
    }
  }

  private static Completed completed(Golden golden, Outcome outcome, boolean turbo) {
    boolean needsEngine = golden.file().endsWith(".heic") || golden.file().endsWith(".avif");
    if (needsEngine && outcome instanceof Outcome.Rejected(var rejection, var media)) {
      assertThat(rejection.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
      assertThat(media).isNotNull();
      assumeTrue(false, "no engine here that decodes " + golden.file());
    }
    boolean needsTurbo = golden.file().endsWith(".webp") || golden.file().contains("arithmetic");
    if (needsTurbo && outcome instanceof Outcome.Rejected(var rejection, var _)) {
      assertThat(rejection.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
      assertThat(turbo && NativeCodecs.available()).isFalse();
      assumeTrue(false, "only libwebp and libjpeg-turbo decode " + golden.file());
    }
    assertThat(outcome).isInstanceOf(Completed.class);
    return (Completed) outcome;
  }

  private static Rendition rendition(Completed completed, String name, String contentType) {
    return completed.renditions().stream()
        .filter(r -> r.name().equals(name) && r.contentType().equals(contentType))
        .findFirst()
        .orElseThrow();
  }

  private static BufferedImage webp(byte[] file, Rendition rendition) {
    var decoded = (Decoding.Picture) NativeWebp.decode(file, rendition.width(), rendition.height());
    var bitmap = decoded.bitmap();
    var image =
        new BufferedImage(
            bitmap.width(),
            bitmap.height(),
            bitmap.opaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, bitmap.width(), bitmap.height(), bitmap.pixels(), 0, bitmap.width());
    return image;
  }

  private static BufferedImage reference(String name) {
    return Pictures.decode(Golden.reference(name));
  }

  /** How the result is coded. */
  private enum Coding {
    PNG,
    JPEG,
    WEBP,
    SHRUNK;

    static Coding of(Rendition rendition) {
      if (rendition.name().equals("tiny")) {
        return SHRUNK;
      }
      return switch (rendition.contentType()) {
        case "image/png" -> PNG;
        case "image/jpeg" -> JPEG;
        case "image/webp" -> WEBP;
        default -> throw new AssertionError(rendition);
      };
    }
  }

  /** What the original's coding may have cost, and what the result's does. */
  private static Likeness likeness(Tolerance tolerance, Coding coding) {
    Likeness source =
        switch (tolerance) {
          case EXACT -> new Likeness(0.3, 0.995, 2);
          case CLOSE -> new Likeness(2.6, 0.96, 10);
          case SUBSAMPLED -> new Likeness(3.4, 0.92, 25);
          case UNKNOWN_INKS -> new Likeness(16, 0.95, 120);
          case ROUGH -> new Likeness(8, 0.6, 70);
        };
    // Quality 100 loses a little in JPEG, and more in WebP, which halves the colors' resolution:
    // where everything is edges, as much as 8.5 levels.
    // What is shrunk is compared with the mean of areas, which is softer than what resizes here.
    return switch (coding) {
      case PNG -> source;
      case JPEG -> source.less(0.8, 0.01, 3);
      case WEBP -> source.less(8.5, 0.04, 19);
      case SHRUNK -> source.less(4.5, 0.08, 14);
    };
  }
}
