package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.PictureEntry;
import dev.darkroom.codec.picture.Plane;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A keyframe of 64×64 pixels, 4:2:0, whose quadrants have a luma of 40, 100, 160 and 220. Made for
 * this purpose by ffmpeg 5.1 from its own source "color" with
 *
 * <pre>
 * geq=lum='if(lt(Y,32),if(lt(X,32),40,100),if(lt(X,32),160,220))':cb=128:cr=128
 * </pre>
 *
 * and libx265 (qp=12:info=0), libaom-av1 (crf 15), libvpx-vp9 (crf 10) libx264 (qp 12, without its
 * SEI) or mjpeg (q:v 2). The hex strings are the configuration box's payload and the sample.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
record TestFrame(CodecSetup setup, byte[] frame) {
  private static final int EDGE = 64;

  static TestFrame of(FrameCodec codec) {
    return switch (codec) {
      case HEVC ->
          of(
              codec,
              "0101600000009000000000001ef000fcfdf8f800000f03a00001001840010c01ffff0160"
                  + "0000030090000003000003001e959809a1000100284201010160000003009000000300"
                  + "0003001ea020810596566924caf0168080000003008000000c84a2000100064401c171"
                  + "a112",
              "0000001c2801af04783ce0b8bff194f17a4e7c8a1a0827ff06791f6527f0258e");
      case AV1 ->
          of(
              codec,
              "81000c000a0a00000002afff9fff3008",
              "0a0a00000002afff9fff3008321910009e000002000000b455551bfdbd74c103dd4e84ecdb59c0");
      case VP9 ->
          of(
              codec,
              "01000000000a820202020000",
              "824983420003f003f60038241c180a0000306000002473ffffcfffd520fffff9cbb43ffffefdaa"
                  + "60000000");
      case H264 ->
          of(
              codec,
              "0164000affe100186764000aacd94426c044000003000400000300c83c48965801000668ebe0ec"
                  + "b22cfdf8f800",
              "0000002b65888400ebfef74ebf029b0d002a0390ee24af4ff15d4ea6af6d8ac56ea51d67e31881"
                  + "47205df7343dcbc1");
      case CLASSIC ->
          new TestFrame(
              new CodecSetup(codec, "jpeg", PictureEntry.COLOR, Map.of(), EDGE, EDGE),
              HexFormat.of()
                  .parseHex(
                      "ffd8ffe000104a46494600010200000100010000ffdb004300080404040404050505050505"
                          + "0606060606060606060606060607070708080807070706060707080808080909090808"
                          + "080809090a0a0a0c0c0b0b0e0e0e111114ffc4004b0001010000000000000000000000"
                          + "0000000007010100000000000000000000000000000000100100000000000000000000"
                          + "000000000000110100000000000000000000000000000000ffc0001108004000400301"
                          + "2200021100031100ffda000c03010002110311003f008d800000a30000009c800000a3"
                          + "000000a3000000a30000009c800000a3000000ffd9"));
    };
  }

  private static TestFrame of(FrameCodec codec, String configuration, String frame) {
    HexFormat hex = HexFormat.of();
    return new TestFrame(
        new CodecSetup(codec, hex.parseHex(configuration), EDGE, EDGE), hex.parseHex(frame));
  }

  FrameSource source() {
    Iterator<byte[]> frames = List.of(frame).iterator();
    return () -> frames.hasNext() ? frames.next() : null;
  }

  boolean matches(RawFrame got, int tolerance) {
    Plane luma = got.planes().getFirst();
    int low = EDGE / 4;
    int high = EDGE - low;
    return got.width() == EDGE
        && got.height() == EDGE
        && Math.abs(luma.at(low, low) - 40) <= tolerance
        && Math.abs(luma.at(high, low) - 100) <= tolerance
        && Math.abs(luma.at(low, high) - 160) <= tolerance
        && Math.abs(luma.at(high, high) - 220) <= tolerance;
  }
}
