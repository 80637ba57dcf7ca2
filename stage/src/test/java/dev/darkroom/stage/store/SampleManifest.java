package dev.darkroom.stage.store;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Placeholder;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Manifests for tests: a photo that completed, unless told otherwise. Each {@code with} gives
 * another sample.
 */
public record SampleManifest(
    String fileName,
    String etag,
    @Nullable String sequencer,
    Instant uploadedAt,
    @Nullable Instant requestedAt,
    int attempt,
    List<Rendition> renditions,
    List<Missing> missing,
    @Nullable Media media,
    @Nullable Rejection error) {
  public static final Owner OWNER = Owner.LOCAL;
  public static final MediaId ID = new MediaId("7zd2wz6bkg4r9s5m8n3v0c1xae");
  public static final Instant UPLOADED_AT = Instant.parse("2026-05-04T03:02:01.234Z");
  public static final Media PHOTO =
      Media.picture(
          MediaFormat.JPEG,
          4032,
          3024,
          new Media.Picture(
              6,
              "2026-05-03T18:21:07+02:00",
              "Apple iPhone 15 Pro",
              "iPhone 15 Pro back triple camera 6.765mm f/1.78",
              new Media.Exposure(1 / 125.0, 1.78, 80, 6.765),
              "Display P3",
              false,
              1,
              null,
              null));
  public static final Media FILM =
      Media.video(
          MediaFormat.MOV,
          1920,
          1080,
          new Media.Video(
              95_500L,
              90,
              29.97,
              8_000_000L,
              "2026-05-03T16:21:07Z",
              95,
              List.of(
                  new Media.Track(
                      "video",
                      "hvc1.1.6.L93.90",
                      "Main 3.1",
                      7_800_000L,
                      new Media.Color(8, "4:2:0", null, "bt709", false),
                      null,
                      null),
                  new Media.Track("audio", "mp4a.40.2", "LC", 192_000L, null, 2, 48_000))));

  public static SampleManifest photo() {
    return new SampleManifest(
        "beach.jpg",
        "e1",
        "0A",
        UPLOADED_AT,
        null,
        1,
        List.of(rendition("large", 1920, 1440, 412_345), rendition("thumb", 160, 120, 6_789)),
        List.of(),
        PHOTO,
        null);
  }

  public static SampleManifest film() {
    return photo()
        .withFileName("party.mov")
        .withMedia(FILM)
        .withRenditions(List.of(rendition("poster", 1920, 1080, 212_345)));
  }

  public static Rendition rendition(String name, int width, int height, long size) {
    String key = new ProcessedKey(OWNER, ID, name + ".jpg").key();
    return new Rendition(name, key, "image/jpeg", width, height, size);
  }

  public SampleManifest withFileName(String name) {
    return new SampleManifest(
        name, etag, sequencer, uploadedAt, requestedAt, attempt, renditions, missing, media, error);
  }

  public SampleManifest withContent(String newEtag, @Nullable String newSequencer, Instant at) {
    return new SampleManifest(
        fileName,
        newEtag,
        newSequencer,
        at,
        requestedAt,
        attempt,
        renditions,
        missing,
        media,
        error);
  }

  public SampleManifest withRequestedAt(@Nullable Instant at) {
    return new SampleManifest(
        fileName, etag, sequencer, uploadedAt, at, attempt, renditions, missing, media, error);
  }

  public SampleManifest withAttempt(int number) {
    return new SampleManifest(
        fileName,
        etag,
        sequencer,
        uploadedAt,
        requestedAt,
        number,
        renditions,
        missing,
        media,
        error);
  }

  public SampleManifest withRenditions(List<Rendition> outputs) {
    return new SampleManifest(
        fileName,
        etag,
        sequencer,
        uploadedAt,
        requestedAt,
        attempt,
        outputs,
        missing,
        media,
        error);
  }

  public SampleManifest withMissing(Missing... outputs) {
    return new SampleManifest(
        fileName,
        etag,
        sequencer,
        uploadedAt,
        requestedAt,
        attempt,
        renditions,
        List.of(outputs),
        media,
        error);
  }

  public SampleManifest withMedia(@Nullable Media known) {
    return new SampleManifest(
        fileName,
        etag,
        sequencer,
        uploadedAt,
        requestedAt,
        attempt,
        renditions,
        missing,
        known,
        error);
  }

  public SampleManifest failed(Rejection reason) {
    return new SampleManifest(
        fileName,
        etag,
        sequencer,
        uploadedAt,
        requestedAt,
        attempt,
        List.of(),
        missing,
        media,
        reason);
  }

  public SampleManifest gaveUp() {
    return withMedia(null).failed(Rejection.of(ErrorCode.GAVE_UP));
  }

  public MediaKind kind() {
    return media != null && media.video() != null ? MediaKind.VIDEO : MediaKind.IMAGE;
  }

  /** The key of the original that this sample is about. */
  public String key() {
    return "originals/" + kind() + "/" + OWNER + "/" + ID + "/" + fileName;
  }

  public Manifest build() {
    Instant startedAt = uploadedAt.plus(Duration.ofMillis(1_200));
    return new Manifest(
        Manifest.SCHEMA,
        ID,
        OWNER,
        kind(),
        error == null ? Status.COMPLETED : Status.FAILED,
        new Manifest.Original(
            key(),
            fileName,
            media == null ? null : media.format().contentType(),
            3_456_789,
            etag,
            sequencer,
            uploadedAt),
        media,
        error == null && media != null && media.picture() != null
            ? new Placeholder("#a1b2c3", "1QcSHQRnh493V4dIh4eXh1h4kJUI")
            : null,
        renditions,
        missing,
        error,
        new Manifest.Processing(
            kind() + "-worker",
            attempt,
            uploadedAt.plusMillis(300),
            startedAt,
            startedAt.plusMillis(740),
            740,
            requestedAt,
            1769,
            0.000021308,
            "k3m9q8f7c1"));
  }
}
