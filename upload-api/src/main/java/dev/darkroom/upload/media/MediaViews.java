package dev.darkroom.upload.media;

import dev.darkroom.contract.FileName;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.OriginalName;
import dev.darkroom.upload.link.Presigner;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows uploads with links to their files. */
@Singleton
final class MediaViews {
  private final Presigner presigner;

  MediaViews(Presigner presigner) {
    this.presigner = presigner;
  }

  MediaView of(Manifest manifest) {
    return of(manifest, MediaStatus.of(manifest.status()), null, manifest.processing());
  }

  MediaView of(MediaState.Processing unfinished) {
    return of(unfinished.draft(), MediaStatus.PROCESSING, unfinished.progress(), null);
  }

  private MediaView of(
      Manifest manifest,
      MediaStatus status,
      MediaState.@Nullable Progress progress,
      Manifest.@Nullable Processing processing) {
    return new MediaView(
        manifest.id(),
        manifest.kind(),
        status,
        original(manifest.original()),
        manifest.media(),
        manifest.placeholder(),
        manifest.renditions().stream().map(it -> link(manifest.id(), it)).toList(),
        manifest.missing(),
        progress,
        manifest.error(),
        processing);
  }

  MediaView of(MediaState.Unreadable unreadable) {
    Optional<MediaState.Queued> original = unreadable.original();
    return unprocessed(
        unreadable.id(),
        original.map(it -> it.original().kind()).orElse(null),
        MediaStatus.UNREADABLE,
        original.map(this::original).orElse(null));
  }

  MediaView of(MediaState.Queued queued) {
    return unprocessed(
        queued.original().id(), queued.original().kind(), MediaStatus.QUEUED, original(queued));
  }

  private MediaView.Original original(MediaState.Queued queued) {
    ObjectInfo info = queued.info();
    var name = new FileName(OriginalName.of(info, queued.original()));
    return new MediaView.Original(
        info.key(),
        name.original(),
        info.contentType(),
        info.size(),
        info.etag(),
        info.lastModified(),
        presigner.download(info.key(), name, null));
  }

  MediaView of(MediaState.AwaitingUpload awaited) {
    return unprocessed(awaited.id(), null, MediaStatus.AWAITING_UPLOAD, null);
  }

  private static MediaView unprocessed(
      MediaId id,
      @Nullable MediaKind kind,
      MediaStatus status,
      MediaView.@Nullable Original original) {
    return new MediaView(
        id, kind, status, original, null, null, List.of(), List.of(), null, null, null);
  }

  private MediaView.Original original(Manifest.Original original) {
    return new MediaView.Original(
        original.key(),
        original.fileName(),
        original.contentType(),
        original.size(),
        original.etag(),
        original.uploadedAt(),
        presigner.download(
            original.key(), new FileName(original.fileName()), original.contentType()));
  }

  private MediaView.Link link(MediaId id, Rendition rendition) {
    return new MediaView.Link(
        rendition.name(),
        rendition.key(),
        rendition.contentType(),
        rendition.width(),
        rendition.height(),
        rendition.size(),
        Playlists.is(rendition)
            ? Playlists.location(id, rendition)
            : presigner.view(rendition.key(), rendition.contentType()));
  }
}
