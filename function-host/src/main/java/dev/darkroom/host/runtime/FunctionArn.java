package dev.darkroom.host.runtime;

/** Makes the ARNs of functions, with an account number of zeros, as emulators do. */
final class FunctionArn {

  static final String DEFAULT_REGION = "us-east-1";
  static final String VERSION = "$LATEST";

  private FunctionArn() {}

  static String of(FunctionSpec spec) {
    String region = spec.environment().getOrDefault("AWS_REGION", DEFAULT_REGION);
    return "arn:aws:lambda:%s:000000000000:function:%s".formatted(region, spec.name());
  }
}
