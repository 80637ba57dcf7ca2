package dev.darkroom.bench.scaling;

/** What keeps messages waiting, or a video from being finished. */
enum Limit {
  RAMP("Lambda's ramp, 300 more a minute"),
  CONCURRENCY("the concurrency set"),
  ACCOUNT("the account's concurrency"),
  PLAN("planning and sending"),
  SEGMENT("cold starts and the last segments"),
  SOUND("the sound, one function"),
  FINISH("the finish, one function");

  private final String words;

  Limit(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
