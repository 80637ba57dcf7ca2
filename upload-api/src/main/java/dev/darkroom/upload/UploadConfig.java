package dev.darkroom.upload;

import dev.darkroom.upload.http.Authentication;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The function's settings, all checked together when it starts. */
@ConfigMapping(prefix = "darkroom")
public interface UploadConfig {
  /** Name of the bucket for originals and processed media. */
  String bucket();

  /** Where jobs to process a picture again are sent. */
  String imageQueueUrl();

  /** Where jobs to process a video again are sent. */
  String videoQueueUrl();

  /** {@code jwt} or {@code none}; without a default, so that nobody opens the API by omission. */
  Authentication authentication();

  /** The largest file that a presigned upload may have. */
  @WithDefault("5G")
  @WithConverter(Ranges.UploadSize.class)
  MemorySize maxUploadSize();

  /** The largest file that may come in a request's body. */
  @WithDefault("4500K")
  @WithConverter(Ranges.BodySize.class)
  MemorySize maxBodySize();

  /** How long a presigned upload may begin. */
  @WithDefault("15M")
  @WithConverter(Ranges.Validity.class)
  Duration uploadValidity();

  /** How long links to media can be followed. */
  @WithDefault("1H")
  @WithConverter(Ranges.Validity.class)
  Duration linkValidity();
}
