package dev.darkroom.stream.assemble;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.stream.StreamPlan.Source;

/**
 * The part that the sound of a video is, which tells where it lies: sound is written while it is
 * coded, so only its whole is there at once.
 *
 * @param file fragmented MP4 of one track, as the engine wrote it
 * @param codingMillis compute time that it took
 */
public record SoundPart(Source file, long codingMillis) {
  /** Returns the part as it is stored. */
  public byte[] toBytes() {
    return "%s\n%s\n%d\n%d"
        .formatted(file.key(), file.etag(), file.size(), codingMillis)
        .getBytes(UTF_8);
  }

  /**
   * Reads a part from the form that {@link #toBytes} gives.
   *
   * @throws IllegalArgumentException if it has another form
   */
  public static SoundPart parse(byte[] bytes) {
    String[] lines = new String(bytes, UTF_8).split("\n", -1);
    if (lines.length != 4) {
      throw new IllegalArgumentException("no part of sound");
    }
    return new SoundPart(
        new Source(lines[0], lines[1], Long.parseLong(lines[2])), Long.parseLong(lines[3]));
  }
}
