package dev.darkroom.notify;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.FileName;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the mail that tells a person how an upload ended.
 *
 * @param url where people find their media; mails have links only if it is set
 */
record Mail(Optional<URI> url) {
  /** Nobody reads more lines than this; the manifest lists all outputs. */
  private static final int MAX_LINES = 30;

  /** Writes the mail's body, in plain text. */
  String text(Manifest manifest) {
    var text = new Lines();
    String name = new FileName(manifest.original().fileName()).original();
    String your = "Your " + noun(manifest.kind()) + " \"" + name + "\" ";
    Rejection error = manifest.error();
    if (error == null) {
      text.line(your + (lacksStream(manifest) ? "is ready, but it has no stream." : "is ready."));
      facts(text, manifest);
      made(text, manifest.renditions());
      missing(text, manifest);
    } else {
      text.line(your + "could not be processed.");
      text.blank().line(error.message());
      text.line(Advice.on(error.code()));
      facts(text, manifest);
    }
    url.ifPresent(base -> links(text, base, manifest));
    return text.blank().line("--").line("Upload " + manifest.id()).toString();
  }

  private static boolean lacksStream(Manifest manifest) {
    return manifest.missing().stream().anyMatch(it -> it.name().equals("stream"));
  }

  private static void facts(Lines text, Manifest manifest) {
    Manifest.Original original = manifest.original();
    text.blank();
    text.entry("Original", MediaFacts.summary(manifest.media(), original.size()));
    MediaFacts.taken(manifest.media()).ifPresent(taken -> text.entry("Taken", taken));
    text.entry("Uploaded", Times.of(original.uploadedAt()));
    Instant asked = manifest.processing().requestedAt();
    if (asked != null) {
      text.entry("Again", Times.of(asked) + ", when this was asked for");
    }
    Instant since = asked == null ? original.uploadedAt() : asked;
    Duration took = Duration.between(since, manifest.processing().finishedAt());
    text.entry(manifest.error() == null ? "Ready" : "Finished", Times.span(took) + " later");
  }

  private static void made(Lines text, List<Rendition> renditions) {
    if (renditions.isEmpty()) {
      return;
    }
    text.blank().line("Made from it:");
    renditions.stream().limit(MAX_LINES).forEach(r -> text.entry(r.name(), output(r)));
    if (renditions.size() > MAX_LINES) {
      text.line("  and " + (renditions.size() - MAX_LINES) + " more");
    }
  }

  private static String output(Rendition rendition) {
    var facts = new ArrayList<String>();
    if (rendition.width() > 0) {
      facts.add(rendition.width() + " × " + rendition.height() + " pixels");
    }
    facts.add(format(rendition.contentType()));
    facts.add(MediaFacts.size(rendition.size()));
    return String.join(", ", facts);
  }

  private static String format(String contentType) {
    return switch (contentType) {
      case "application/vnd.apple.mpegurl" -> "HLS playlist";
      case "text/vtt" -> "WebVTT";
      default -> contentType.substring(contentType.indexOf('/') + 1).toUpperCase(Locale.ROOT);
    };
  }

  private static void missing(Lines text, Manifest manifest) {
    if (!manifest.missing().isEmpty()) {
      text.blank().line("Could not be made:");
      manifest.missing().stream()
          .limit(MAX_LINES)
          .forEach(missing -> text.entry(missing.name(), missing.message()));
    }
  }

  private static void links(Lines text, URI base, Manifest manifest) {
    String link = base + "/media/" + manifest.id();
    text.blank().line(link);
    if (gaveUp(manifest)) {
      text.line("To try again: POST " + link + "/reprocess");
    }
  }

  private static boolean gaveUp(Manifest manifest) {
    return manifest.missing().stream().anyMatch(it -> it.code() == ErrorCode.GAVE_UP)
        || (manifest.error() != null && manifest.error().code() == ErrorCode.GAVE_UP);
  }

  private static String noun(MediaKind kind) {
    return switch (kind) {
      case IMAGE -> "photo";
      case VIDEO -> "video";
    };
  }
}
