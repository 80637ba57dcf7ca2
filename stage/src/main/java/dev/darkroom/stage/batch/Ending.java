package dev.darkroom.stage.batch;

import dev.darkroom.contract.Manifest;

/** What became of a record that was handled, for metrics. */
public sealed interface Ending {
  /** Value of the metrics' dimension {@code Outcome}: one of few. */
  String outcome();

  /** The upload's manifest was written. */
  record Committed(Manifest manifest) implements Ending {
    @Override
    public String outcome() {
      return manifest.status().toString();
    }
  }

  /** The upload's manifest was written after all tries had failed. */
  record GaveUp(Manifest manifest) implements Ending {
    @Override
    public String outcome() {
      return "gave-up";
    }
  }

  /** An end that leaves no manifest behind. */
  enum Step implements Ending {
    /** There was nothing to do, or another was first. */
    IGNORED("ignored"),
    /** The other worker gets the file. */
    HANDED_OVER("handed-over"),
    /** The stream's tasks were sent. */
    STREAMING("streaming"),
    /** A part of a stream was stored. */
    CODED("coded"),
    /** Subscribers were told. */
    ANNOUNCED("announced");

    private final String outcome;

    Step(String outcome) {
      this.outcome = outcome;
    }

    @Override
    public String outcome() {
      return outcome;
    }
  }
}
