package dev.darkroom.host.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.host.sample.FunctionZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageStoreTest {

  @TempDir Path folder;

  @Test
  void aPackageIsUnpackedOnceAndFoundAgainByItsContent() throws IOException {
    Path zip = FunctionZip.of(folder.resolve("a.zip"), "lib/data.txt", "one".getBytes(UTF_8));
    DeploymentPackage first = new PackageStore(folder.resolve("store")).unpack(zip);
    assertThat(first.taskRoot().resolve("lib/data.txt")).hasContent("one");
    Path copy = Files.copy(zip, folder.resolve("b.zip"));
    assertThat(new PackageStore(folder.resolve("store")).unpack(copy)).isEqualTo(first);
    assertThat(folder.resolve("store")).isDirectoryNotContaining("glob:**/draft-*");
  }

  @Test
  void aRebuiltPackageHasAFolderOfItsOwn() throws IOException {
    var store = new PackageStore(folder.resolve("store"));
    Path zip = FunctionZip.of(folder.resolve("a.zip"), "data.txt", "one".getBytes(UTF_8));
    DeploymentPackage first = store.unpack(zip);
    FunctionZip.of(zip, "data.txt", "two".getBytes(UTF_8));
    assertThat(store.unpack(zip)).isNotEqualTo(first);
    assertThat(first.taskRoot().resolve("data.txt")).hasContent("one");
  }

  @Test
  void anEntryThatLeavesItsFolderIsRefused() throws IOException {
    var store = new PackageStore(folder.resolve("store"));
    Path zip = FunctionZip.of(folder.resolve("a.zip"), "../../evil.txt", "x".getBytes(UTF_8));
    assertThatThrownBy(() -> store.unpack(zip)).isInstanceOf(IOException.class);
    assertThat(folder.resolve("evil.txt")).doesNotExist();
    assertThat(folder.resolve("store")).isEmptyDirectory();
  }

  @Test
  void whatIsNoZipIsRefused() throws IOException {
    var store = new PackageStore(folder.resolve("store"));
    Path file = Files.writeString(folder.resolve("a.zip"), "this is no zip");
    assertThatThrownBy(() -> store.unpack(file)).isInstanceOf(IOException.class);
  }

  @Test
  void aBootstrapCanBeRunThoughTheZipHasNoModes() throws IOException {
    Path zip = FunctionZip.ofBootstrap(folder, "#!/bin/sh\n");
    Path taskRoot = new PackageStore(folder.resolve("store")).unpack(zip).taskRoot();
    assertThat(taskRoot.resolve("bootstrap")).isExecutable();
  }

  @Test
  void hostsThatUnpackAtTheSameTimeEndUpWithTheSame() throws Exception {
    Path zip = FunctionZip.of(folder.resolve("a.zip"), "data.bin", new byte[4 << 20]);
    List<Future<DeploymentPackage>> unpacked = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        unpacked.add(threads.submit(() -> new PackageStore(folder.resolve("store")).unpack(zip)));
      }
    }
    for (Future<DeploymentPackage> path : unpacked) {
      assertThat(path.get()).isEqualTo(unpacked.getFirst().get());
    }
    assertThat(unpacked.getFirst().get().taskRoot().resolve("data.bin")).hasSize(4 << 20);
  }
}
