package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryProbeTest {
  @TempDir private Path proc;

  @Test
  void memoryThatWasGivenBackIsNotAddedToTheChildrens() throws Exception {
    Path process = process(7, 1500, 400, "8 9");
    process(8, 300, 300, "");
    process(9, 200, 100, "");

    assertThat(new MemoryProbe(process).peakBytes()).isEqualTo(1500 * 1024);
  }

  @Test
  void childrenCountWithTheirParent() throws Exception {
    Path process = process(7, 1500, 1400, "8");
    process(8, 300, 300, "");

    assertThat(new MemoryProbe(process).peakBytes()).isEqualTo(1700 * 1024);
  }

  @Test
  void aProcessThatHasEndedHasNone() {
    assertThat(new MemoryProbe(proc.resolve("7")).peakBytes()).isZero();
  }

  private Path process(int pid, int peak, int now, String children) throws IOException {
    Path process = Files.createDirectories(proc.resolve("" + pid));
    Files.writeString(
        process.resolve("status"), "VmHWM:\t %d kB\nVmRSS:\t %d kB\n".formatted(peak, now));
    Path thread = Files.createDirectories(process.resolve("task/" + pid));
    Files.writeString(thread.resolve("children"), children);
    return process;
  }
}
