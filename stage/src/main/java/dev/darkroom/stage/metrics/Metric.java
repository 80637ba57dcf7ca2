package dev.darkroom.stage.metrics;

/** A figure of the namespace {@code Darkroom} in CloudWatch, by its name there. */
public enum Metric {
  /** Records that were handled, whatever became of them. */
  RECORDS("Records", Unit.COUNT, true),
  /** Records that failed and are delivered again. */
  FAILURES("Failures", Unit.COUNT, false),
  /** Batches in which at least one record failed. */
  FAILED_BATCHES("FailedBatches", Unit.COUNT, false),
  /** Uploads whose manifest says {@code failed}. */
  REJECTIONS("Rejections", Unit.COUNT, false),
  /** Uploads that were given up after all tries. */
  GAVE_UP("GaveUp", Unit.COUNT, false),
  /** Time that a record or a request took. */
  DURATION("Duration", Unit.MILLISECONDS, true),
  /** Time from a message's sending to the start of its handling. */
  QUEUE_AGE("QueueAge", Unit.MILLISECONDS, false),
  /** Size of an original whose processing ended. */
  ORIGINAL_BYTES("OriginalBytes", Unit.BYTES, false),
  /** Records and requests that were the first of their process. */
  COLD_STARTS("ColdStarts", Unit.COUNT, false),
  /** Compute cost of an upload, as its manifest states it. */
  ESTIMATED_COST_USD("EstimatedCostUsd", Unit.NONE, false),
  /** Originals without a manifest that the reconciler sent again. */
  RESENT("Resent", Unit.COUNT, false),
  /** Outputs without an original that the reconciler deleted. */
  ORPHANS_DELETED("OrphansDeleted", Unit.COUNT, false),
  /** Manifests that the reconciler had announced. */
  REANNOUNCED("Reannounced", Unit.COUNT, false),
  /** Objects that the reconciler looked at. */
  SCANNED("Scanned", Unit.COUNT, false),
  /** Requests that the API answered. */
  REQUESTS("Requests", Unit.COUNT, true),
  /** Requests that the API answered with a status of 500 or above. */
  SERVER_ERRORS("ServerErrors", Unit.COUNT, false);

  private final String label;
  private final Unit unit;
  private final boolean byOutcome;

  Metric(String label, Unit unit, boolean byOutcome) {
    this.label = label;
    this.unit = unit;
    this.byOutcome = byOutcome;
  }

  /** Name in CloudWatch. */
  public String label() {
    return label;
  }

  Unit unit() {
    return unit;
  }

  /** Whether CloudWatch also keeps it by {@code Outcome}; each outcome is a billed metric. */
  boolean byOutcome() {
    return byOutcome;
  }

  /** Units by their names in CloudWatch ("MetricDatum" in its API reference). */
  enum Unit {
    COUNT("Count"),
    MILLISECONDS("Milliseconds"),
    BYTES("Bytes"),
    NONE("None");

    private final String label;

    Unit(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
