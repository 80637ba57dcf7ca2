package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.host.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

  @TempDir Path folder;

  @Test
  void theFirstProcessMakesTheCacheThatTheNextOnesStartFrom() throws Exception {
    var spec =
        TestHost.sampleSpec(folder, TestHost.AMPLE_MEMORY_MIB, TestHost.AMPLE_TIME, 1, Map.of());
    try (TestHost host = TestHost.in(folder).function(spec).start()) {
      assertThat(options(host)).anyMatch(option -> option.startsWith("-XX:AOTCacheOutput="));
      await().until(() -> caches().size() == 1);
      assertThat(options(host)).contains("-XX:AOTCache=" + caches().getFirst());
    }
    Path cache = caches().getFirst();
    Files.writeString(cache, "this is no cache");
    try (TestHost host = TestHost.in(folder).function(spec).start()) {
      assertThat(options(host)).contains("-XX:AOTCache=" + cache);
    }
  }

  @Test
  void otherOptionsMakeAnotherCache() {
    var cache = new AotCache(folder, List.of("java", "-Xmx1g"));
    assertThat(cache.use()).isEqualTo(new AotCache(folder, List.of("java", "-Xmx1g")).use());
    assertThat(cache.use()).isNotEqualTo(new AotCache(folder, List.of("java", "-Xmx2g")).use());
  }

  @Test
  void oneProcessRecordsAtATime() throws IOException {
    var cache = new AotCache(folder, List.of("java"));
    AotCache.Recording recording = cache.record().orElseThrow();
    assertThat(cache.record()).isEmpty();
    recording.abandon();
    assertThat(cache.record()).isPresent();
  }

  private static String[] options(TestHost host) throws InterruptedException {
    return ProcessHandle.of(Long.parseLong(host.ask("pid")))
        .orElseThrow()
        .info()
        .arguments()
        .orElseThrow();
  }

  private List<Path> caches() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("work/aot"))) {
      return files.filter(file -> file.toString().endsWith(".aot")).toList();
    }
  }
}
