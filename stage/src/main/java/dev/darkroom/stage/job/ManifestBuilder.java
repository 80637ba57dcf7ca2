package dev.darkroom.stage.job;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.OriginalName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds manifests from what the event, the store and the worker know. */
public record ManifestBuilder(
    Stage stage,
    JobEvent event,
    Delivery delivery,
    ObjectInfo info,
    Instant startedAt,
    Instant finishedAt) {

  public Manifest completed(OriginalKey key, MediaKind kind, Outcome.Completed outcome) {
    return new Manifest(
        Manifest.SCHEMA,
        key.id(),
        key.owner(),
        kind,
        Status.COMPLETED,
        original(key, outcome.media()),
        outcome.media(),
        outcome.placeholder(),
        outcome.renditions(),
        outcome.missing(),
        null,
        processing());
  }

  public Manifest rejected(OriginalKey key, MediaKind kind, Outcome.Rejected outcome) {
    return new Manifest(
        Manifest.SCHEMA,
        key.id(),
        key.owner(),
        kind,
        Status.FAILED,
        original(key, outcome.media()),
        outcome.media(),
        null,
        List.of(),
        List.of(),
        outcome.rejection(),
        processing());
  }

  private Manifest.Original original(OriginalKey key, @Nullable Media media) {
    return new Manifest.Original(
        event.key(),
        OriginalName.of(info, key),
        media == null ? null : media.format().contentType(),
        info.size(),
        event.etag(),
        event.sequencer(),
        event.at());
  }

  private Manifest.Processing processing() {
    Duration duration = Duration.between(startedAt, finishedAt);
    return new Manifest.Processing(
        stage.name(),
        delivery.attempt(),
        delivery.sentAt(),
        startedAt,
        finishedAt,
        duration.toMillis(),
        event.requestedAt(),
        stage.memoryMiB(),
        stage.cost(duration),
        stage.settings());
  }
}
