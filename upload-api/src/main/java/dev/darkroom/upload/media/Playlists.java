package dev.darkroom.upload.media;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Read;
import dev.darkroom.upload.link.Presigner;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives out playlists (RFC 8216) whose links work. In the bucket they name files relative to
 * themselves, which nobody may read there: here the playlists among them lead to the API, and
 * everything else is a presigned link.
 */
@Singleton
final class Playlists {
  static final String CONTENT_TYPE = "application/vnd.apple.mpegurl";

  /** Bytes of a stored playlist; twelve hours in segments of 4 seconds have about one million. */
  private static final int MAX_STORED = 4 << 20;

  /** Characters of an answer, where each segment repeats a link of one or two thousand. */
  private static final int MAX_TEXT = 32 << 20;

  private static final String EXTENSION = ".m3u8";
  private static final Pattern URI_ATTRIBUTE = Pattern.compile("[:,]URI=\"([^\"]*)\"");

  private final ObjectStore store;
  private final Presigner presigner;

  Playlists(ObjectStore store, Presigner presigner) {
    this.store = store;
    this.presigner = presigner;
  }

  /** A playlist, or why there is none. */
  sealed interface Found {
    record Playlist(String text) implements Found {}

    record Refused(Rejection reason) implements Found {}
  }

  /** Whether a rendition is a playlist, which is reached through the API only. */
  static boolean is(Rendition rendition) {
    return rendition.contentType().equals(CONTENT_TYPE);
  }

  /** The address of a playlist below that of the API. */
  static String location(MediaId id, Rendition playlist) {
    return "/media/" + id + "/playlists/" + file(playlist);
  }

  private static String file(Rendition playlist) {
    return playlist.name() + EXTENSION;
  }

  /**
   * Finds a playlist among an upload's renditions.
   *
   * @param file the name of the playlist with its ending, like {@code stream.m3u8}
   */
  Found find(List<Rendition> renditions, String file) {
    return renditions.stream()
        .filter(rendition -> is(rendition) && file(rendition).equals(file))
        .findFirst()
        .map(playlist -> open(playlist, renditions))
        .orElseGet(() -> refused(ErrorCode.NOT_FOUND, "The upload has no such playlist."));
  }

  private Found open(Rendition playlist, List<Rendition> renditions) {
    return switch (store.openLatest(playlist.key())) {
      case Read.Gone() -> refused(ErrorCode.NOT_FOUND, "The playlist was deleted.");
      case Read.Opened opened -> {
        try (opened) {
          yield opened.info().size() > MAX_STORED
              ? tooLarge()
              : linked(
                  new String(opened.body().readAllBytes(), StandardCharsets.UTF_8),
                  new Links(playlist.key(), renditions));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static Found linked(String stored, Links links) {
    var text = new StringBuilder();
    for (String line : (Iterable<String>) stored.lines()::iterator) {
      if (line.startsWith("#")) {
        attributes(line, links, text);
      } else {
        text.append(links.to(line));
      }
      text.append('\n');
      if (text.length() > MAX_TEXT) {
        return tooLarge();
      }
    }
    return new Found.Playlist(text.toString());
  }

  private static void attributes(String line, Links links, StringBuilder text) {
    int end = 0;
    for (Matcher uri = URI_ATTRIBUTE.matcher(line); uri.find(); end = uri.end(1)) {
      text.append(line, end, uri.start(1)).append(links.to(uri.group(1)));
    }
    text.append(line, end, line.length());
  }

  private static Found tooLarge() {
    return refused(ErrorCode.TOO_LARGE, "The playlist is too large.");
  }

  private static Found refused(ErrorCode code, String message) {
    return new Found.Refused(new Rejection(code, message));
  }

  /** The links of one playlist, each signed once: its segments are ranges of few files. */
  private final class Links {
    private final URI playlist;
    private final Map<String, Rendition> byPath = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    Links(String key, List<Rendition> renditions) {
      playlist = URI.create(path(key));
      renditions.forEach(it -> byPath.putIfAbsent(path(it.key()), it));
    }

    /** Links to a file that is one of the renditions; any other reference stays as it is. */
    String to(String reference) {
      return links.computeIfAbsent(reference, this::link);
    }

    private String link(String reference) {
      Rendition target = byPath.get(resolved(reference));
      if (target == null) {
        return reference;
      }
      return is(target) ? file(target) : presigner.view(target.key(), target.contentType());
    }

    private String resolved(String reference) {
      try {
        return playlist.resolve(reference).toString();
      } catch (IllegalArgumentException e) {
        return "";
      }
    }
  }

  private static String path(String key) {
    try {
      return new URI(null, null, "/" + key, null).toString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(key + " is no path", e);
    }
  }
}
