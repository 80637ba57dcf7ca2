package dev.darkroom.operate.reprocess;

/** What came of one upload. */
enum Outcome {
  OTHER("others"),
  SENT("sent"),
  PENDING("on their way already"),
  NO_ORIGINAL("without an original"),
  UNKNOWN("unknown"),
  FAILED("failed");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
