package dev.darkroom.codec.hls;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a master playlist (RFC 8216, 4.3.4): the forms in which one video can be streamed. */
public final class MasterPlaylist {
  private static final String CAPTIONS = "captions";

  private MasterPlaylist() {}

  /**
   * A form of the video, with all of its sound.
   *
   * @param uri of its media playlist
   * @param codecs as RFC 6381 writes them, with commas between
   * @param width in pixels
   * @param height in pixels
   * @param frameRate frames per second; 0 if unknown
   */
  public record Variant(
      String uri, Bandwidth bandwidth, String codecs, int width, int height, double frameRate) {}

  /**
   * Captions that can be shown with every variant.
   *
   * @param uri of their media playlist
   * @param name no other captions have it
   * @param language by RFC 5646; absent if unknown
   */
  public record Captions(String uri, String name, @Nullable String language) {}

  /**
   * Returns the playlist.
   *
   * @param variants players start with the first
   */
  public static String of(List<Variant> variants, List<Captions> captions) {
    var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:").append(MediaPlaylist.VERSION);
    text.append("\n#EXT-X-INDEPENDENT-SEGMENTS\n");
    for (Captions each : captions) {
      text.append("#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"").append(CAPTIONS).append('"');
      text.append(",NAME=\"").append(each.name).append('"');
      if (each.language != null) {
        text.append(",LANGUAGE=\"").append(each.language).append('"');
      }
      text.append(",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI=\"").append(each.uri).append("\"\n");
    }
    for (Variant variant : variants) {
      text.append("#EXT-X-STREAM-INF:").append(attributes(variant));
      if (!captions.isEmpty()) {
        text.append(",SUBTITLES=\"").append(CAPTIONS).append('"');
      }
      text.append('\n').append(variant.uri).append('\n');
    }
    return text.toString();
  }

  private static String attributes(Variant variant) {
    String attributes =
        "BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\",RESOLUTION=%dx%d"
            .formatted(
                variant.bandwidth.peak(),
                variant.bandwidth.average(),
                variant.codecs,
                variant.width,
                variant.height);
    return variant.frameRate > 0
        ? attributes + String.format(Locale.ROOT, ",FRAME-RATE=%.3f", variant.frameRate)
        : attributes;
  }
}
