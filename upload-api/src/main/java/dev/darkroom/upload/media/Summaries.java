package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.OriginalName;
import dev.darkroom.upload.link.Presigner;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Summarizes uploads for listings. */
@Singleton
final class Summaries {
  /** The longer side in pixels: sharp in a list, also on screens with two pixels per point. */
  private static final int PREVIEW_SIZE = 400;

  /** Renditions with many pictures in one, or with one that moves. */
  private static final Set<String> NO_STILLS = Set.of("storyboard", "preview");

  private final Presigner presigner;

  Summaries(Presigner presigner) {
    this.presigner = presigner;
  }

  /** Summarizes an upload; empty if it has not arrived or does not exist. */
  Optional<MediaSummary> of(MediaState state) {
    return switch (state) {
      case MediaState.Processed(var manifest) ->
          Optional.of(processed(manifest, MediaStatus.of(manifest.status()), null));
      case MediaState.Processing(var draft, var progress) ->
          Optional.of(processed(draft, MediaStatus.PROCESSING, progress));
      case MediaState.Unreadable unreadable -> Optional.of(unreadable(unreadable));
      case MediaState.Queued queued -> Optional.of(queued(queued, MediaStatus.QUEUED));
      case MediaState.AwaitingUpload _, MediaState.Unknown _ -> Optional.empty();
    };
  }

  private static MediaSummary unreadable(MediaState.Unreadable unreadable) {
    return unreadable
        .original()
        .map(it -> queued(it, MediaStatus.UNREADABLE))
        .orElseGet(() -> unknown(unreadable.id()));
  }

  private static MediaSummary unknown(MediaId id) {
    return new MediaSummary(
        id, null, MediaStatus.UNREADABLE, null, null, null, null, null, null, null, null, null);
  }

  private static MediaSummary queued(MediaState.Queued queued, MediaStatus status) {
    return new MediaSummary(
        queued.original().id(),
        queued.original().kind(),
        status,
        OriginalName.of(queued.info(), queued.original()),
        queued.info().lastModified(),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private MediaSummary processed(
      Manifest manifest, MediaStatus status, MediaState.@Nullable Progress progress) {
    Media media = manifest.media();
    return new MediaSummary(
        manifest.id(),
        manifest.kind(),
        status,
        manifest.original().fileName(),
        manifest.original().uploadedAt(),
        media == null ? null : media.width(),
        media == null ? null : media.height(),
        media == null || media.video() == null ? null : media.video().durationMillis(),
        manifest.placeholder(),
        preview(manifest.renditions()).map(this::link).orElse(null),
        progress,
        manifest.error());
  }

  /**
   * Picks the smallest picture that is large enough, or else the largest; of one size, the
   * lightest.
   */
  static Optional<Rendition> preview(List<Rendition> renditions) {
    List<Rendition> pictures =
        renditions.stream()
            .filter(each -> each.contentType().startsWith("image/"))
            .filter(each -> !NO_STILLS.contains(each.name()))
            .toList();
    Comparator<Rendition> bySide = Comparator.comparingInt(Summaries::longerSide);
    Comparator<Rendition> byBytes = Comparator.comparingLong(Rendition::size);
    return pictures.stream()
        .filter(each -> longerSide(each) >= PREVIEW_SIZE)
        .min(bySide.thenComparing(byBytes))
        .or(() -> pictures.stream().max(bySide.thenComparing(byBytes.reversed())));
  }

  private static int longerSide(Rendition rendition) {
    return Math.max(rendition.width(), rendition.height());
  }

  private MediaSummary.Preview link(Rendition rendition) {
    return new MediaSummary.Preview(
        rendition.name(),
        rendition.width(),
        rendition.height(),
        presigner.view(rendition.key(), rendition.contentType()));
  }
}
