package dev.darkroom.video;

import static dev.darkroom.fixtures.BoxBytes.box;
import static dev.darkroom.fixtures.BoxBytes.join;
import static dev.darkroom.fixtures.BoxBytes.type;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/**
 * Writes a secret into every place of a file in which cameras and programs leave where, when and
 * with what it was recorded: boxes at every level, handler names, and the last track's samples.
 */
final class PrivateFile {
  static final String SECRET = "+48.8577+002.2950/ACME-9000";

  private static final Set<String> CONTAINERS =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "moof", "traf");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int tracks;

  private PrivateFile() {}

  /**
   * Writes the secret into a file of three tracks, of which the last becomes timed metadata.
   *
   * @param file with its index last, or first with spare room after it, or fragmented
   */
  static byte[] of(byte[] file) throws Exception {
    byte[] all = file.clone();
    SampleCursor samples =
        Mp4Reader.read(Mp4Source.of(all), Mp4Limits.DEFAULT).tracks().get(2).samples().cursor();
    for (Sample sample = samples.next(); sample != null; sample = samples.next()) {
      for (int i = 0; i < sample.size(); i++) {
        all[(int) sample.offset() + i] = (byte) SECRET.charAt(i % SECRET.length());
      }
    }
    var hidden = new PrivateFile();
    int spare = 0;
    for (ByteBuffer rest = ByteBuffer.wrap(all); rest.remaining() >= 8; ) {
      byte[] box = next(rest);
      String type = type(box);
      if (type.equals("free") && spare > 0) {
        hidden.out.writeBytes(box("free", new byte[box.length - 8 - spare]));
        spare = 0;
      } else if (type.equals("moov") || type.equals("moof")) {
        byte[] larger = hidden.container(box);
        hidden.out.writeBytes(
            type.equals("moof") ? shifted(larger, larger.length - box.length) : larger);
        spare = larger.length - box.length;
      } else {
        hidden.out.writeBytes(box);
      }
    }
    hidden.out.writeBytes(secrets());
    return hidden.out.toByteArray();
  }

  private byte[] container(byte[] box) {
    String type = type(box);
    if (type.equals("trak")) {
      tracks++;
    }
    var payload = new ByteArrayOutputStream();
    for (ByteBuffer rest = ByteBuffer.wrap(box, 8, box.length - 8); rest.remaining() >= 8; ) {
      byte[] child = next(rest);
      if (CONTAINERS.contains(type(child))) {
        child = container(child);
      } else if (type(child).equals("hdlr")) {
        child = join(Arrays.copyOf(child, 32), (SECRET + "\0").getBytes(ISO_8859_1));
        ByteBuffer.wrap(child).putInt(0, child.length);
        if (tracks == 3 && type.equals("mdia")) {
          ByteBuffer.wrap(child).put(16, "meta".getBytes(ISO_8859_1));
        }
      }
      if (tracks == 3 && type(child).equals("stsd")) {
        ByteBuffer.wrap(child).put(20, "gpmd".getBytes(ISO_8859_1));
      }
      payload.writeBytes(child);
    }
    payload.writeBytes(secrets());
    return box(type, payload.toByteArray());
  }

  private static byte[] secrets() {
    byte[] secret = SECRET.getBytes(ISO_8859_1);
    return join(
        box("udta", box("\u00a9xyz", secret)),
        box("meta", secret),
        box("uuid", join(new byte[16], secret)),
        box("free", secret),
        box("gps ", secret));
  }

  /** Shifts the offsets of a fragment's samples, which count from the start of its moof. */
  private static byte[] shifted(byte[] moof, int by) {
    String text = new String(moof, ISO_8859_1);
    for (int at = text.indexOf("trun"); at >= 0; at = text.indexOf("trun", at + 1)) {
      ByteBuffer bytes = ByteBuffer.wrap(moof);
      bytes.putInt(at + 12, bytes.getInt(at + 12) + by);
    }
    return moof;
  }

  private static byte[] next(ByteBuffer rest) {
    byte[] box = new byte[rest.getInt(rest.position())];
    rest.get(box);
    return box;
  }
}
