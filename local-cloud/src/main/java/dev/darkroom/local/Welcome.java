package dev.darkroom.local;

import java.util.Map;

/** Prints the addresses of a Darkroom that has started. */
final class Welcome {
  private Welcome() {}

  static String of(RunningDarkroom darkroom) {
    var environment = darkroom.environment();
    var s3 = at(environment, "AWS_ENDPOINT_URL_S3");
    return """

        Darkroom is ready.

          page     %s/
          API      %s/media, described at %s/openapi
          S3       %s
                   AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_REGION=%s \\
                   aws --endpoint-url %s s3 ls --recursive s3://%s
          mails    %s
          data     %s

        For curl, the AWS CLI and any SDK in another terminal: eval "$(./darkroom env)"
        """
        .formatted(
            at(environment, "DARKROOM_URL"),
            at(environment, "DARKROOM_URL"),
            at(environment, "DARKROOM_URL"),
            s3,
            at(environment, "AWS_ACCESS_KEY_ID"),
            at(environment, "AWS_SECRET_ACCESS_KEY"),
            at(environment, "AWS_REGION"),
            s3,
            at(environment, "DARKROOM_BUCKET"),
            environment.getOrDefault("DARKROOM_MAIL", "not in a folder"),
            darkroom.data());
  }

  private static String at(Map<String, String> environment, String name) {
    return environment.getOrDefault(name, "?");
  }
}
