package dev.darkroom.image.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.image.step.MakeRoom.Held;
import dev.darkroom.stage.job.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class MakeRoomTest {
  private static final long MB = 1L << 20;
  private static final long FUNCTION = 1769 * MB;

  private final AtomicInteger collections = new AtomicInteger();

  @Test
  void aPictureThatFitsBesideTheHeapIsPassedOn() {
    assertThat(passes(new Need(100 * MB, 600 * MB), held(1100, 800))).isTrue();

    assertThat(collections).hasValue(0);
  }

  @Test
  void heapIsGivenBackUntilThePictureFits() {
    assertThat(passes(new Need(50 * MB, 900 * MB), held(1300, 900), held(1000, 5), held(500, 5)))
        .isTrue();

    assertThat(collections).hasValue(2);
  }

  @Test
  void whatTheHeapGrowsByCountsToo() {
    assertThat(passes(new Need(900 * MB, 500 * MB), held(300, 250), held(300, 20))).isTrue();

    assertThat(collections).hasValue(1);
  }

  @Test
  void aPictureThatStillDoesNotFitIsTriedAgainElsewhere() {
    assertThatThrownBy(() -> passes(new Need(50 * MB, 900 * MB), held(1300, 900)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the process holds");
    assertThat(collections).hasValue(4);
  }

  @Test
  void withoutAFunctionsMemoryNothingIsCollected() {
    var room = new MakeRoom(Long.MAX_VALUE, () -> held(9000, 9000), collections::incrementAndGet);

    assertThat(room.apply(planned(new Need(MB, MB)))).isInstanceOf(Progress.At.class);
    assertThat(collections).hasValue(0);
  }

  /** A heap of the size that Lambda gives to a function of 1769 MB. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "resident memory is only known on Linux")
  void aProcessAfterALargePictureInJavaHasRoomForALargeOneInC() throws Exception {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1529m",
                "-cp",
                classPath,
                Worker.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("resident "))
            .toList();

    assertThat(said).hasSize(2);
    assertThat(figure(said.getFirst())).isGreaterThan(FUNCTION - Worker.NEED.total());
    assertThat(figure(said.getLast())).isLessThan(FUNCTION - Worker.NEED.total());
  }

  private static long figure(String line) {
    return Long.parseLong(line.substring("resident ".length()));
  }

  /** Fills its heap as a decoder in Java does, and then makes room. */
  static final class Worker {
    static final Need NEED = new Need(20 * MB, 900 * MB);

    private static int[] pixels = {};

    private Worker() {}

    public static void main(String[] arguments) {
      pixels = new int[250_000_000];
      Arrays.fill(pixels, 7);
      pixels = new int[0];
      System.out.println("resident " + ResidentMemory.bytes());
      new MakeRoom(FUNCTION).apply(planned(NEED));
      System.out.println("resident " + ResidentMemory.bytes());
    }
  }

  private boolean passes(Need need, Held... figures) {
    Deque<Held> left = new ArrayDeque<>(List.of(figures));
    var room =
        new MakeRoom(
            FUNCTION,
            () -> left.size() > 1 ? left.removeFirst() : left.getFirst(),
            collections::incrementAndGet);
    return room.apply(planned(need)) instanceof Progress.At<Planned>;
  }

  private static Held held(long resident, long heapUsed) {
    return new Held(resident * MB, heapUsed * MB);
  }

  @SuppressWarnings("NullAway") // only the need is looked at
  private static Planned planned(Need need) {
    return new Planned(null, null, need);
  }
}
