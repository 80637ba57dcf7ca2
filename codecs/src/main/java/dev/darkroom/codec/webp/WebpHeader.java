package dev.darkroom.codec.webp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.Exif;
import dev.darkroom.codec.exif.ExifReader;
import dev.darkroom.codec.header.Animation;
import dev.darkroom.codec.header.Channels;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.header.Color.Model;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.webp.RiffChunks.Chunk;
import java.util.HashSet;
import java.util.Set;

/** Reads the header of a WebP file, and its metadata and frames as far as the given bytes go. */
public final class WebpHeader {
  private static final int FIRST_CHUNK = 12;
  private static final int VP8_START_CODE = 0x9d012a;
  private static final int VP8L_SIGNATURE = 0x2f;

  private final RiffChunks chunks;
  private int frames;
  private long durationMillis;
  private int plays;
  private Exif exif = Exif.NONE;

  /** Types of metadata already read: of several chunks of a type the first counts (2.7.1.4). */
  private final Set<String> metadata = new HashSet<>();

  private Profile profile = new Profile.Unspecified();

  private WebpHeader(RiffChunks chunks) {
    this.chunks = chunks;
  }

  public static Header read(Head head) throws Malformed {
    // Enough for the figures of each kind of first chunk.
    head.slice(FIRST_CHUNK, 8 + 10);
    return new WebpHeader(RiffChunks.open(head)).read();
  }

  private Header read() throws Malformed {
    Chunk first = chunks.first();
    return switch (first.type()) {
      case "VP8 " -> lossy(first.body());
      case "VP8L" -> lossless(first.body());
      case "VP8X" -> extended(Vp8x.read(first.body()));
      default -> throw new Malformed(FIRST_CHUNK, "no WebP chunk comes first");
    };
  }

  /** RFC 6386, 9.1: frame tag, start code, 14 bits each of width and height, with their scales. */
  private static Header lossy(ByteReader in) throws Malformed {
    if (in.skip(3).u24() != VP8_START_CODE) {
      throw new Malformed(in.offset() - 3, "no key frame");
    }
    int width = in.u16le() & 0x3fff;
    int height = in.u16le() & 0x3fff;
    if (width == 0 || height == 0) {
      throw new Malformed(FIRST_CHUNK, "no width or height");
    }
    return still(width, height, false);
  }

  /**
   * RFC 9649, 3.4: signature, 14 bits each of width and height minus one, whether alpha is used.
   */
  private static Header lossless(ByteReader in) throws Malformed {
    if (in.u8() != VP8L_SIGNATURE) {
      throw new Malformed(in.offset() - 1, "no lossless signature");
    }
    int bits = in.i32le();
    return still((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1, (bits >>> 28 & 1) != 0);
  }

  private static Header still(int width, int height, boolean alpha) {
    return Header.still(width, height, Channels.rgb(alpha), Color.unspecified(Model.YCBCR));
  }

  private Header extended(Vp8x canvas) {
    try {
      for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        add(chunk, canvas);
      }
    } catch (Malformed e) {
      // What has been read counts. Damaged frames are the decoder's to report.
    }
    var color = new Color(Model.YCBCR, profile);
    return Header.still(canvas.width(), canvas.height(), Channels.rgb(canvas.alpha()), color)
        .withFrames(frames, canvas.animated() ? new Animation(durationMillis, plays) : null)
        .withExif(exif);
  }

  private void add(Chunk chunk, Vp8x canvas) throws Malformed {
    if (chunk.type().equals("ICCP") && chunk.size() > Profile.MAX_ICC && metadata.add("ICCP")) {
      profile = new Profile.Oversized(chunk.size());
    }
    if (!chunk.isWhole()) {
      return;
    }
    ByteReader in = chunk.body();
    switch (chunk.type()) {
      // 2.7.1.1: a background color of four bytes, how often to play.
      case "ANIM" -> plays = in.skip(4).u16le();
      case "ANMF" -> {
        WebpFrame frame = WebpFrame.read(in, canvas);
        frames++;
        durationMillis += Animation.shownMillis((int) frame.duration().toMillis());
      }
      case "ICCP" -> {
        if (metadata.add(chunk.type())) {
          profile = Profile.icc(in.bytes(in.remaining()));
        }
      }
      // 2.7.1.5.
      case "EXIF" -> {
        if (metadata.add(chunk.type())) {
          exif = ExifReader.read(in);
        }
      }
      default -> {}
    }
  }
}
