package dev.darkroom.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The function's settings, all checked together when it starts. */
@ConfigMapping(prefix = "darkroom")
public interface NotifierConfig {
  /** Name of the bucket for originals and processed media. */
  String bucket();

  /** The SNS topic that is told of every upload's end. */
  @WithConverter(Settings.TopicArn.class)
  String topicArn();

  /** Where people find their media, for links in mails; without it there are none. */
  Optional<@WithConverter(Settings.PublicUrl.class) URI> url();

  /** How long before the invocation's end work stops, so that the answer is in time. */
  @WithDefault("2S")
  @WithConverter(Settings.Reserve.class)
  Duration answerReserve();

  /** Whether to call the store and the topic once before the first event. */
  @WithDefault("true")
  boolean warmUp();
}
