package dev.darkroom.infra;

import java.util.List;

/**
 * An alarm: what it watches, and when it is raised. A period without data does not raise it.
 *
 * @param description what is wrong if it is raised, and where its runbook is
 * @param measurements what is measured, all in periods of one length
 * @param combination makes one value of the measurements of a period
 * @param threshold raised while the value is greater than this
 * @param periods number of latest periods that are looked at
 * @param datapoints in how many of them the value must be above the threshold
 */
public record Alarm(
    String logicalName,
    String description,
    List<Measurement> measurements,
    Combination combination,
    double threshold,
    int periods,
    int datapoints) {
  private static final String RUNBOOK = "Runbook: ";

  public Alarm {
    measurements = List.copyOf(measurements);
  }

  /** What is wrong if the alarm is raised, in a sentence. */
  public String meaning() {
    return description.substring(0, runbookIndex()).strip();
  }

  /** Where the runbook is: a file of the project and a heading in it, with {@code #} between. */
  public String runbook() {
    int at = runbookIndex();
    return at == description.length() ? "" : description.substring(at + RUNBOOK.length());
  }

  private int runbookIndex() {
    int at = description.indexOf(RUNBOOK);
    return at < 0 ? description.length() : at;
  }
}
