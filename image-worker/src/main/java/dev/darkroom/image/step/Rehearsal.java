package dev.darkroom.image.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.image.decode.Decoders;
import dev.darkroom.image.decode.Decoders.Choice;
import dev.darkroom.image.decode.Source;
import dev.darkroom.image.encode.Encoders;
import dev.darkroom.image.rendition.OutputFormat;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Decodes, resizes and encodes one small JPEG, to load the classes that most pictures need. */
public final class Rehearsal {
  private static final int EDGE = 64;

  private Rehearsal() {}

  /**
   * Plays the rehearsal.
   *
   * @param turbo whether libjpeg-turbo and libwebp are used
   */
  public static void play(boolean turbo) throws IOException, Malformed {
    var encoders = new Encoders(turbo, false);
    var blank = new Bitmap(new int[EDGE * EDGE], EDGE, EDGE, true);
    byte[] jpeg = encoders.of(OutputFormat.JPEG).orElseThrow().encode(blank, 80);
    var header = (Header) HeaderParser.JPEG.inspect(jpeg, true);
    var deadline = Deadline.after(Duration.ofSeconds(1));
    var choice = (Choice.By) new Decoders(turbo, Optional.empty()).choose(MediaFormat.JPEG, header);
    Bitmap decoded = choice.decoder().decode(new Source(jpeg, header, 2), deadline).bitmap();
    Bitmap resized = LanczosResizer.resize(decoded, EDGE / 4, EDGE / 4);
    Placeholders.of(resized);
    encoders.of(OutputFormat.WEBP).ifPresent(webp -> webp.encode(resized, 80));
  }
}
