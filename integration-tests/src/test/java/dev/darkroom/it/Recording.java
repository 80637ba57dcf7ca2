package dev.darkroom.it;

import static dev.darkroom.it.Clip.HEVC;
import static dev.darkroom.it.Clip.NOISE;
import static dev.darkroom.it.Clip.PICTURE;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.fixtures.Ffmpeg;
import java.nio.file.Path;
import java.util.Locale;

/** Small videos as people bring them, made by ffmpeg. */
enum Recording {
  VARIABLE_FRAME_RATE(
      "mov",
      "libx265 aac",
      "-vf select='not(mod(n\\,7))+gt(n\\,60)' -fps_mode vfr " + HEVC + "-c:a aac"),
  INTERLACED_PAL(
      "mpg",
      "mpeg2video mp2",
      "-vf scale=720:576,tinterlace=interleave_top,setsar=16/15 -flags +ilme+ildct -r 25"
          + " -c:v mpeg2video -b:v 6M -c:a mp2"),
  SIX_CHANNELS("mp4", "libx265 ac3", HEVC + "-ac 6 -c:a ac3"),
  SILENT("mp4", "libx265", "-an " + HEVC),
  PRORES_WITH_PCM("mov", "prores_ks pcm_s16le", "-c:v prores_ks -ar 44100 -c:a pcm_s16le"),
  ONE_FRAME("mp4", "libx265", "-an -frames:v 1 " + HEVC),
  ODD_SIZE("mp4", "libx264 aac", "-vf scale=321:241 -pix_fmt yuv444p -c:v libx264 -c:a aac"),
  WIDE_PIXELS("mov", "libx265 aac", "-vf setsar=4/3 " + HEVC + "-c:a aac"),
  HDR(
      "mp4",
      "libx265 aac",
      "-c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -tag:v hvc1 -x265-params"
          + " log-level=error:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:range=limited"
          + " -c:a aac"),
  MATROSKA("mkv", "libx265 libvorbis", HEVC + "-c:a libvorbis"),
  MATROSKA_THAT_PLAYS("mkv", "libx264 aac", "-pix_fmt yuv420p -c:v libx264 -c:a aac"),
  WEBM_VP8("webm", "libvpx libvorbis", "-c:v libvpx -deadline realtime -cpu-used 8 -c:a libvorbis"),
  WEBM_VP9(
      "webm", "libvpx-vp9 libopus", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"),
  TRANSPORT_STREAM("ts", "mpeg2video mp2", "-c:v mpeg2video -b:v 4M -c:a mp2"),
  TRANSPORT_STREAM_THAT_PLAYS("ts", "libx264 aac", "-pix_fmt yuv420p -c:v libx264 -c:a aac"),
  AVI("avi", "mpeg4 libmp3lame", "-c:v mpeg4 -b:v 2M -c:a libmp3lame"),
  FLASH("flv", "flv libmp3lame", "-c:v flv -b:v 2M -ar 44100 -c:a libmp3lame"),
  WINDOWS_MEDIA("wmv", "wmv2 wmav2", "-c:v wmv2 -b:v 2M -c:a wmav2"),
  OGG("ogv", "libtheora libvorbis", "-c:v libtheora -q:v 8 -c:a libvorbis");

  private static final int SECONDS = 5;

  private final String ending;

  /** Names of ffmpeg's encoders, separated by spaces. */
  private final String encoders;

  private final String coding;

  Recording(String ending, String encoders, String coding) {
    this.ending = ending;
    this.encoders = encoders;
    this.coding = coding;
  }

  /** Makes the file; skips the test if this machine's ffmpeg cannot. */
  Path make(Path folder) {
    assumeTrue(Ffmpeg.encodes(encoders.split(" ")), () -> "no ffmpeg with " + encoders);
    int rate = this == INTERLACED_PAL ? 50 : 30;
    return Ffmpeg.make(
        folder.resolve(name().toLowerCase(Locale.ROOT) + "." + ending),
        PICTURE.formatted("320x240", rate, SECONDS) + NOISE.formatted(SECONDS) + coding);
  }

  boolean hasSound() {
    return !coding.startsWith("-an");
  }

  /** The least that its stream is like it, where colors or fields are not to be changed. */
  double likeness() {
    return switch (this) {
      case HDR -> 0;
      case INTERLACED_PAL -> 0.75;
      default -> 0.93;
    };
  }
}
