package dev.darkroom.engine.ffmpeg;

/**
 * A coded picture of 64×64 pixels, 4:2:0 and limited range, whose quadrants are gray: the one that
 * engines are tested with.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SampleTile(byte[] configuration, byte[] frame) {
  public static final int EDGE = 64;

  public static SampleTile of(FrameCodec codec) {
    TestFrame test = TestFrame.of(codec);
    return new SampleTile(test.setup().configuration(), test.frame());
  }
}
