package dev.darkroom.stream.assemble;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames of one rung in one segment.
 *
 * @param configuration decoder configuration record of H.264 ({@code avcC}, ISO/IEC 14496-15,
 *     5.3.3)
 * @param frames in decoding order; one at least
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
record CodedRung(byte[] configuration, List<Frame> frames) {
  CodedRung {
    frames = List.copyOf(frames);
  }

  /**
   * A coded frame.
   *
   * @param size in bytes
   * @param shown when, in ticks from the start of its segment
   * @param keyframe whether it can be decoded without others
   */
  record Frame(int size, long shown, boolean keyframe) {}

  /** When the first frame is shown, in ticks from the start of the segment. */
  long first() {
    return frames.stream().mapToLong(Frame::shown).min().orElseThrow();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(configuration.length);
    out.write(configuration);
    out.writeInt(frames.size());
    for (Frame frame : frames) {
      out.writeInt(frame.size);
      out.writeLong(frame.shown);
      out.writeBoolean(frame.keyframe);
    }
  }

  static CodedRung read(DataInputStream in, int maxConfiguration, int maxFrames)
      throws IOException {
    byte[] configuration = new byte[Part.bounded(in.readInt(), maxConfiguration)];
    in.readFully(configuration);
    int count = Part.bounded(in.readInt(), maxFrames);
    var frames = new ArrayList<Frame>();
    for (int i = 0; i < count; i++) {
      frames.add(
          new Frame(
              Part.bounded(in.readInt(), Integer.MAX_VALUE), in.readLong(), in.readBoolean()));
    }
    return new CodedRung(configuration, frames);
  }
}
