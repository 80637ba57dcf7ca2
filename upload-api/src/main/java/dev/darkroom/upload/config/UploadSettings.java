package dev.darkroom.upload.config;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.stage.config.SettingsReader;
import dev.darkroom.upload.http.Authentication;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The API's settings, checked.
 *
 * @param bucket name of the bucket for originals and processed media
 * @param jobQueues URLs of the queues that take jobs to process a picture or a video again
 * @param authentication has no default, so that nobody opens the API by omission
 * @param warmUp whether to call the store once before the first request
 */
public record UploadSettings(
    String bucket,
    Map<MediaKind, String> jobQueues,
    Authentication authentication,
    UploadLimits limits,
    boolean warmUp) {

  public UploadSettings {
    jobQueues = Map.copyOf(jobQueues);
  }

  /** Reads the settings, each by its name. */
  public static UploadSettings of(Function<String, Optional<String>> source) {
    return SettingsReader.read(
        source,
        read ->
            new UploadSettings(
                read.text("darkroom.bucket"),
                Map.of(
                    MediaKind.IMAGE, read.text("darkroom.image-queue-url"),
                    MediaKind.VIDEO, read.text("darkroom.video-queue-url")),
                read.choice("darkroom.authentication", Authentication.class),
                UploadLimits.of(read),
                read.flag("darkroom.warm-up", true)));
  }
}
