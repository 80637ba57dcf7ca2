package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells captions from the readings of a recorder: drones and dash cams write place, altitude and
 * exposure as subtitles. Where in doubt, it takes captions for readings.
 *
 * <p>One sample that states a place is enough. So are samples of which half consist of numbers or
 * name quantities. Of a large file some samples in equal steps are read; readings recur.
 */
public final class Telemetry {
  /** Sample entries of captions: text, CEA-608 and -708, and pictures (DVD subtitles). */
  private static final Set<String> CAPTIONS =
      Set.of("tx3g", "text", "wvtt", "stpp", "sbtt", "stxt", "c608", "c708", "mp4s");

  /** The samples of files up to this size are all read, in bytes. */
  private static final long SMALL_FILE = 16 << 20;

  private static final int MAX_SAMPLES = 4000;
  private static final int MAX_SAMPLES_OF_LARGE_FILE = 32;

  /** Bytes of a sample that are read. */
  private static final int MAX_TEXT = 16 << 10;

  private static final int MANY_DIGITS = 12;

  /** Times in the markup of TTML are no readings. */
  private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,2000}>");

  private static final String DEGREES = "[.\u00b0\u00ba\ufffd]";

  /** A latitude or a position of any notation; all quantifiers are bounded. */
  private static final Pattern PLACE =
      Pattern.compile(
          String.join(
              "|",
              // ISO 6709
              "[-+]\\d{2}\\.\\d{2,12}[-+]\\d{3}\\.\\d{2,12}",
              "(?i:\\bgps\\W{0,4}[-+]?\\d{1,3}\\.\\d)",
              "(?i:\\blat(?:itude)?\\W{0,4}[-+]?\\d{1,3}\\.\\d)",
              // NMEA 0183
              "\\$G[A-Z](?:GGA|RMC|GLL|VTG)",
              "\\b[NS]\\W{0,2}\\d{1,2}" + DEGREES + ".{0,24}[EW]\\W{0,2}\\d{1,3}" + DEGREES,
              "\\d{1,2}" + DEGREES + ".{0,16}[NS]\\b.{0,6}\\d{1,3}" + DEGREES + ".{0,16}[EW]\\b",
              // Two numbers that are as precise as a hundred meters
              "(?<![\\d:.])\\d{1,3}\\.\\d{3,15}[^\\d:.].{0,24}(?<![\\d:.])\\d{1,3}\\.\\d{3,15}(?![\\d:])"),
          Pattern.DOTALL);

  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?i)\\b(gps|lat|latitude|long?|longitude|alt|altitude|rel_alt|abs_alt|iso|shutter|ss|ev"
              + "|f|fnum|focal_len|speed|heading|yaw|pitch|roll|satellites?|home|ct|sn|serial)"
              + "[^a-z0-9]{0,4}\\d");

  private int samples;
  private int readings;

  private Telemetry() {}

  /** Tells whether a track of captions has something else, or something that cannot be read. */
  public static boolean isIn(Track track, Mp4Source source) throws IOException {
    try {
      Set<String> formats = new HashSet<>();
      ByteReader stsd = track.entries().fromStart().skip(8);
      for (Box entry : Box.list(stsd, new Box.Budget(Mp4Limits.DEFAULT))) {
        formats.add(entry.type());
      }
      return !CAPTIONS.containsAll(formats) || new Telemetry().find(track, source);
    } catch (Malformed e) {
      return true;
    }
  }

  private boolean find(Track track, Mp4Source source) throws IOException, Malformed {
    int most = source.size() <= SMALL_FILE ? MAX_SAMPLES : MAX_SAMPLES_OF_LARGE_FILE;
    int count = track.samples().count();
    int step = Math.ceilDiv(Math.max(1, count), most);
    SampleCursor cursor = track.samples().cursor();
    Sample sample = cursor.next();
    for (int i = 0; sample != null; i++) {
      if (i % step == 0 || i == count - 1) {
        String text = text(source.read(sample.offset(), Math.min(sample.size(), MAX_TEXT)));
        if (PLACE.matcher(text).find()) {
          return true;
        }
        count(text);
      }
      sample = cursor.next();
    }
    return readings > 0 && 2 * readings >= samples;
  }

  /** Decodes a text of UTF-16 if it says so, and leaves out zero bytes of others. */
  private static String text(ByteReader sample) throws Malformed {
    byte[] bytes = sample.bytes(sample.remaining());
    int mark = bytes.length < 4 ? 0 : (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
    if (mark == 0xfeff || mark == 0xfffe) {
      return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16);
    }
    int length = 0;
    for (byte b : bytes) {
      if (b != 0) {
        bytes[length++] = b;
      }
    }
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return MARKUP.matcher(text).replaceAll(" ");
  }

  private void count(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    long letters = text.chars().filter(Character::isLetter).count();
    samples += digits + letters > 0 ? 1 : 0;
    readings += (digits >= MANY_DIGITS && 2 * digits > letters) || quantities(text) >= 2 ? 1 : 0;
  }

  private static int quantities(String text) {
    var names = new HashSet<String>();
    for (Matcher each = QUANTITY.matcher(text); each.find(); ) {
      names.add(each.group(1).toLowerCase(Locale.ROOT));
    }
    return names.size();
  }
}
