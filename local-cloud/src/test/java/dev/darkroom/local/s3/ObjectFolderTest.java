package dev.darkroom.local.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectFolderTest {
  @TempDir Path data;

  @Test
  void aFileSystemThatKeepsMetadataIsTaken() throws IOException {
    assertThat(ObjectFolder.open(data.resolve("objects"))).isEmptyDirectory();
    assertThat(data).isDirectoryNotContaining("glob:**.probe");
  }

  @Test
  void aFileSystemThatKeepsNoMetadataIsRefused() throws IOException {
    var file = data.resolve("archive.zip");
    try (var archive = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
      assertThatThrownBy(() -> ObjectFolder.open(archive.getPath("/data/objects")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("extended attributes");
    }
  }
}
