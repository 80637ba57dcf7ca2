package dev.darkroom.engine.rewrap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The streams of a file, as ffmpeg's muxer {@code framecrc} lists them: lines such as {@code
 * #codec_id 0: h264}.
 *
 * @param pictures in the file's order, without attached pictures
 * @param sound in the file's order
 */
record Streams(List<Stream> pictures, List<Stream> sound) {
  /** Codecs of single pictures, such as covers that are not marked as attached. */
  private static final Set<String> STILLS =
      Set.of("png", "bmp", "gif", "webp", "tiff", "mjpeg", "jpeg2000");

  private static final String UNKNOWN = "none";
  private static final int MAX_STREAMS = 1000;

  Streams {
    pictures = List.copyOf(pictures);
    sound = List.copyOf(sound);
  }

  /**
   * A stream.
   *
   * @param number among those of its kind, from 0
   * @param codec by ffmpeg's name
   * @param width in pixels, 0 if unknown
   * @param height in pixels, 0 if unknown
   */
  record Stream(int number, String codec, int width, int height) {
    boolean isKnown() {
      return !codec.equals(UNKNOWN);
    }
  }

  static Streams parse(String list) {
    var facts = new HashMap<String, String>();
    list.lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.split(": ", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> facts.put(parts[0].substring(1), parts[1].strip()));
    var pictures = new ArrayList<Stream>();
    var sound = new ArrayList<Stream>();
    for (int i = 0; i < MAX_STREAMS; i++) {
      String type = facts.get("media_type " + i);
      if (type == null) {
        break;
      }
      List<Stream> kind = type.equals("video") ? pictures : sound;
      kind.add(stream(facts, i, kind.size()));
    }
    return new Streams(pictures, sound);
  }

  private static Stream stream(Map<String, String> facts, int index, int number) {
    String[] size = facts.getOrDefault("dimensions " + index, "0x0").split("x", 2);
    String codec = facts.getOrDefault("codec_id " + index, UNKNOWN);
    return new Stream(number, codec, pixels(size[0]), pixels(size[size.length - 1]));
  }

  private static int pixels(String digits) {
    return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
  }

  /** Returns the first stream that is no single picture; if all may be, the first. */
  Optional<Stream> picture() {
    return pictures.stream()
        .filter(Stream::isKnown)
        .filter(stream -> !STILLS.contains(stream.codec))
        .findFirst()
        .or(() -> pictures.stream().filter(Stream::isKnown).findFirst());
  }

  /** Returns the first sound that ffmpeg knows. */
  Optional<Stream> firstSound() {
    return sound.stream().filter(Stream::isKnown).findFirst();
  }
}
