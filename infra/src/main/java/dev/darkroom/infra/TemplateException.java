package dev.darkroom.infra;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Names every fault of a template and its parameters. */
public final class TemplateException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  TemplateException(String template, List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining("", template + " cannot be used:", "")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
