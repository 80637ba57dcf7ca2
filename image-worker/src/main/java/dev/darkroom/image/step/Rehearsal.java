package dev.darkroom.image.step;

import dev.darkroom.batch.Deadline;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.HeaderParser;
import dev.darkroom.contract.MediaFormat;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One small picture through encoder, decoder and resizer, so that their classes are loaded. */
public final class Rehearsal {
  private static final int EDGE = 32;

  private Rehearsal() {}

  public static void play() throws IOException {
    var blank = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
    byte[] jpeg = new Encode(80).encode(blank, MediaFormat.JPEG);
    var header = (Header) HeaderParser.JPEG.inspect(jpeg, true);
    var watch = new DecodeWatch(Deadline.after(Duration.ofSeconds(1)));
    BufferedImage decoded = Decode.read(jpeg, MediaFormat.JPEG, header, watch);
    new Resize(List.of(RenditionSpec.parse("rehearsal 8x8 cover")))
        .cascade(Pixels.normalize(decoded));
  }
}
