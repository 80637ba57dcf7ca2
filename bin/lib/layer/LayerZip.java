import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the layer's zip; the same program gives the same bytes, whenever and wherever. */
final class LayerZip {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** A regular file that everybody may read and run, and its owner write (stat(2)). */
  private static final int MODE = 0100755;

  /** Positions in a zip's end record and central header (APPNOTE.TXT, 4.3.16 and 4.3.12). */
  private static final int END_RECORD = 22;

  private static final int END_CENTRAL_OFFSET = 16;
  private static final int CENTRAL_MADE_BY_SYSTEM = 5;
  private static final int CENTRAL_ATTRIBUTES = 38;
  private static final byte UNIX = 3;

  private LayerZip() {}

  static void write(Path program, Path zip) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      var entry = new ZipEntry("bin/ffmpeg");
      entry.setTimeLocal(TIME);
      out.putNextEntry(entry);
      Files.copy(program, out);
    }
    Files.write(zip, withMode(bytes.toByteArray()));
  }

  /** Marks the only entry as made on Unix, with its mode, which Java's own writer cannot. */
  private static byte[] withMode(byte[] zip) {
    ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int central = buffer.getInt(zip.length - END_RECORD + END_CENTRAL_OFFSET);
    buffer.put(central + CENTRAL_MADE_BY_SYSTEM, UNIX);
    buffer.putInt(central + CENTRAL_ATTRIBUTES, MODE << 16);
    return zip;
  }
}
