package dev.darkroom.notify;

import dev.darkroom.stage.config.SettingsReader;
import dev.darkroom.stage.config.WorkerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The notifier's settings, checked.
 *
 * @param bucket name of the bucket for originals and processed media
 * @param topicArn the SNS topic that is told how every upload ended
 * @param url where people find their media, without a slash at its end; mails have links only if it
 *     is set
 * @param answerReserve how long before the invocation's end work stops, so that the answer is in
 *     time
 * @param warmUp whether to call the store and the topic once before the first event
 */
record NotifierSettings(
    String bucket, String topicArn, Optional<URI> url, Duration answerReserve, boolean warmUp) {
  /** An ARN as AWS writes it (SNS in the Service Authorization Reference, "Resource types"). */
  private static final Pattern TOPIC_ARN =
      Pattern.compile("arn:[a-z0-9-]+:sns:[a-z0-9-]+:\\d+:[A-Za-z0-9_-]{1,256}");

  /** Reads the settings, each by its name. */
  static NotifierSettings of(Function<String, Optional<String>> source) {
    return SettingsReader.read(
        source,
        read ->
            new NotifierSettings(
                read.text("darkroom.bucket"),
                read.text("darkroom.topic-arn", NotifierSettings::topicArn),
                read.optional("darkroom.url", NotifierSettings::webSite),
                WorkerSettings.answerReserve(read, "2s"),
                read.flag("darkroom.warm-up", true)));
  }

  private static String topicArn(String text) {
    if (!TOPIC_ARN.matcher(text).matches()) {
      throw new IllegalArgumentException(text + " is no ARN of an SNS topic");
    }
    return text;
  }

  private static URI webSite(String text) {
    URI url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null || url.getRawQuery() != null) {
      throw new IllegalArgumentException(text + " is no address of a web site");
    }
    return url;
  }
}
