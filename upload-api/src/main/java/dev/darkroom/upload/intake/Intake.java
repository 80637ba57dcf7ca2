package dev.darkroom.upload.intake;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.FileName;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.OtherFormat;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.OriginalName;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.Write;
import dev.darkroom.upload.config.UploadLimits;
import dev.darkroom.upload.link.Attachment;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Takes a file that came in a request's body into the bucket. */
@Singleton
public final class Intake {
  /** A write that still runs is over, or its object there, before as many are refused. */
  private static final int MAX_ROUNDS = 3;

  private final ObjectStore store;
  private final MediaIds ids;
  private final UploadLimits limits;

  Intake(ObjectStore store, MediaIds ids, UploadLimits limits) {
    this.store = store;
    this.ids = ids;
    this.limits = limits;
  }

  /** What became of a received file. */
  public sealed interface Receipt {
    /** The original is stored, and its event is on the way. */
    record Stored(OriginalKey original) implements Receipt {}

    /** Nothing was stored. */
    record Refused(Rejection rejection) implements Receipt {}
  }

  public Receipt receive(Owner owner, FileName name, byte[] file) {
    if (file.length > limits.maxBodySize()) {
      return new Receipt.Refused(tooLarge(file.length));
    }
    if (file.length == 0) {
      return new Receipt.Refused(Rejection.of(ErrorCode.EMPTY_FILE));
    }
    Optional<MediaFormat> format = MediaFormat.detect(file);
    if (format.isEmpty()) {
      return new Receipt.Refused(
          Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, OtherFormat.sentence(file)));
    }
    return new Receipt.Stored(store(owner, name, file, format.get()));
  }

  private Rejection tooLarge(long size) {
    return Rejection.of(
        ErrorCode.TOO_LARGE,
        "It has %d bytes, a request's body may have %d. Larger files go straight into the bucket: ask for a presigned upload with POST /uploads."
            .formatted(size, limits.maxBodySize()));
  }

  private OriginalKey store(Owner owner, FileName name, byte[] file, MediaFormat format) {
    OriginalKey key = OriginalKey.of(format.kind(), owner, ids.next(), name);
    var options =
        new PutOptions(
            format.contentType(),
            null,
            Attachment.of(name),
            Map.of(OriginalName.METADATA_KEY, OriginalName.encode(name)));
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (store.putIfAbsent(key.key(), options, file) instanceof Write.Written
          || isStored(key.key(), file)) {
        return key;
      }
    }
    throw new IllegalStateException("an id was drawn twice: " + key);
  }

  /**
   * Whether the object at the key has this content. The SDK repeats a write whose answer was lost,
   * and the second one loses to the first, or to the first that still runs.
   */
  private boolean isStored(String key, byte[] file) {
    return switch (store.openLatest(key)) {
      case Read.Gone() -> false;
      case Read.Opened opened -> {
        try (opened) {
          yield Arrays.equals(opened.body().readAllBytes(), file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }
}
