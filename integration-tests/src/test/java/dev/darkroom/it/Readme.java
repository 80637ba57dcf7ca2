package dev.darkroom.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The README's shell commands and the tasks that it mentions. */
record Readme(String text) {
  private static final Pattern SHELL_BLOCK =
      Pattern.compile("^```(?:sh|bash|shell)\\s*\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s+)#\\s.*$");
  private static final Pattern TASK = Pattern.compile("\\./darkroom ([a-z]+)");

  static Readme read(Path file) throws IOException {
    return new Readme(Files.readString(file));
  }

  /** The commands of all shell blocks, in order, without comments and continuation lines. */
  List<String> commands() {
    var commands = new ArrayList<String>();
    SHELL_BLOCK
        .matcher(text)
        .results()
        .map(block -> block.group(1).replaceAll("\\\\\\n\\s*", ""))
        .flatMap(String::lines)
        .map(line -> COMMENT.matcher(line).replaceFirst("").strip())
        .filter(line -> !line.isEmpty())
        .forEach(commands::add);
    return commands;
  }

  /** The tasks of {@code ./darkroom} that are mentioned anywhere. */
  Set<String> tasks() {
    return TASK.matcher(text)
        .results()
        .map(task -> task.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
