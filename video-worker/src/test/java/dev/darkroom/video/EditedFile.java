package dev.darkroom.video;

import static dev.darkroom.video.BoxBytes.box;
import static dev.darkroom.video.BoxBytes.join;
import static dev.darkroom.video.BoxBytes.type;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces the edit lists of a file whose index comes last. */
final class EditedFile {
  private static final long UNITY = 1 << 16;

  private EditedFile() {}

  /**
   * A piece of the presentation.
   *
   * @param seconds how long it is shown
   * @param from where it starts in the media, in seconds; negative for an empty edit
   * @param rate 0 holds the frame at the start
   */
  record Piece(double seconds, double from, double rate) {
    private static final Pattern PIECE = Pattern.compile("([\\d.]+)@([-\\d.]+)(?:x([\\d.]+))?");

    /** Parses pieces such as {@code 3@12 2@-1 5@7x0}: seconds, start and rate. */
    static List<Piece> parse(String text) {
      var pieces = new ArrayList<Piece>();
      for (Matcher each = PIECE.matcher(text); each.find(); ) {
        double rate = each.group(3) == null ? 1 : Double.parseDouble(each.group(3));
        pieces.add(
            new Piece(Double.parseDouble(each.group(1)), Double.parseDouble(each.group(2)), rate));
      }
      return pieces;
    }
  }

  /** Gives all tracks the same edits, by an edit list of version 1. */
  static byte[] of(byte[] file, List<Piece> pieces) {
    int moov = new String(file, ISO_8859_1).lastIndexOf("moov") - 4;
    var out = new ByteArrayOutputStream();
    out.write(file, 0, moov);
    int scale = ByteBuffer.wrap(file).getInt(at(file, moov, "mvhd") + 16);
    byte[] payload = {};
    for (byte[] child : children(file, moov)) {
      payload = join(payload, type(child).equals("trak") ? track(child, scale, pieces) : child);
    }
    out.writeBytes(box("moov", payload));
    return out.toByteArray();
  }

  private static byte[] track(byte[] trak, int movieScale, List<Piece> pieces) {
    ByteBuffer bytes = ByteBuffer.wrap(trak);
    int scale = bytes.getInt(at(trak, 0, "mdhd") + 16);
    int first = bytes.getInt(at(trak, 0, "elst") + 16);
    ByteBuffer rows = ByteBuffer.allocate(8 + 20 * pieces.size()).putInt(1 << 24);
    rows.putInt(pieces.size());
    for (Piece piece : pieces) {
      rows.putLong(Math.round(piece.seconds * movieScale));
      rows.putLong(piece.from < 0 ? -1 : Math.round(piece.from * scale) + first);
      rows.putInt((int) (piece.rate * UNITY));
    }
    byte[] payload = {};
    for (byte[] child : children(trak, 0)) {
      boolean edits = type(child).equals("edts");
      payload = join(payload, edits ? box("edts", box("elst", rows.array())) : child);
    }
    return box("trak", payload);
  }

  /** Returns where the type of the first such box after a place stands. */
  private static int at(byte[] file, int from, String type) {
    return new String(file, ISO_8859_1).indexOf(type, from);
  }

  private static List<byte[]> children(byte[] file, int box) {
    var children = new ArrayList<byte[]>();
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int end = box + bytes.getInt(box);
    for (int at = box + 8; at < end; at += bytes.getInt(at)) {
      byte[] child = new byte[bytes.getInt(at)];
      bytes.get(at, child);
      children.add(child);
    }
    return children;
  }
}
