package dev.darkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No log line names an uploaded file. An original's key ends in its file's name, so originals and
 * events are printed as they are: their texts name the upload.
 */
final class LogsNameNoFilesTest {
  private static final Pattern LOG_CALL =
      Pattern.compile("\\bLOG\\s*\\.\\w+\\(.*?\\);", Pattern.DOTALL);
  private static final Pattern EXCEPTION =
      Pattern.compile("\\bthrow new \\w+\\(.*?\\);", Pattern.DOTALL);
  private static final Pattern FILE_NAME =
      Pattern.compile("\\b(?:event|original|source|job)(?:\\(\\))?\\.key\\(\\)|\\.fileName\\(");

  @Test
  void noStatementPutsAnOriginalsKeyIntoALogOrAnException() throws IOException {
    var calls = new ArrayList<String>();
    for (Path file : Sources.main()) {
      String source = Files.readString(file);
      for (Pattern pattern : List.of(LOG_CALL, EXCEPTION)) {
        pattern.matcher(source).results().forEach(call -> calls.add(file + ": " + call.group()));
      }
    }
    assertThat(calls)
        .hasSizeGreaterThan(100)
        .filteredOn(call -> FILE_NAME.matcher(call).find())
        .isEmpty();
  }
}
