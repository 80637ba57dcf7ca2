package dev.darkroom.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables in the document are what the command prints with the committed costs. */
final class ScalingDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "SCALING.md");

  @Test
  void everyTableIsWhatTheCommandWrites() throws IOException {
    String document = Files.readString(DOCUMENT);

    for (Table table : ScalingBenchmark.tables()) {
      assertThat(table.in(document))
          .as("./darkroom bench scaling --write docs/SCALING.md updates the table " + table.name())
          .isEqualTo(document);
    }
  }
}
