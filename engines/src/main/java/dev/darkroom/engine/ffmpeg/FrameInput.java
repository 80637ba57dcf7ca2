package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import java.io.OutputStream;

/** Writes as many of the supplied frames as one process decodes. */
record FrameInput(CodecSetup setup, FrameSupply frames) implements InputWriter {
  @Override
  public void writeTo(OutputStream out) throws IOException {
    FrameWriter writer = new FrameWriter(out, setup);
    int index = frames.next();
    byte[] frame = frames.take(true);
    while (frame != null) {
      writer.write(index, frame);
      index++;
      frame = frames.take(false);
    }
  }
}
