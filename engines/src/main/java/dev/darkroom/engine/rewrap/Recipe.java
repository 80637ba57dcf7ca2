package dev.darkroom.engine.rewrap;

import dev.darkroom.engine.rewrap.Streams.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file's streams go into another.
 *
 * @param sound null for none
 * @param type of the new file
 * @param picturesCopied whether the pictures stay bit by bit as they are
 * @param soundCopied whether the sound does
 */
record Recipe(
    Container container,
    Stream picture,
    @Nullable Stream sound,
    FileType type,
    boolean picturesCopied,
    boolean soundCopied) {
  /** Codecs that the MP4 registration authority lists and every reader of MP4 knows. */
  private static final Set<String> IN_MP4 =
      Set.of("h264", "hevc", "vp9", "av1", "mpeg4", "mpeg1video", "mpeg2video");

  /** Codecs that QuickTime files hold, by names that ffmpeg reads again. */
  private static final Set<String> IN_QUICKTIME =
      Set.of("mjpeg", "prores", "dnxhd", "dvvideo", "ffv1", "flv1", "wmv1", "wmv2", "theora");

  /** An AVI lists its keyframes at the end, which a pipe comes to last: these tell themselves. */
  private static final Set<String> SELF_EVIDENT =
      Set.of("h264", "mpeg4", "mpeg1video", "mpeg2video", "mjpeg", "prores", "dnxhd", "dvvideo");

  /** Seconds that are added to all times, so that none is negative. */
  private static final int ORIGIN = 10;

  /** Keyframes of coded pictures are this far apart, in seconds. */
  private static final int KEYFRAMES = 1;

  static Recipe of(Container container, Stream picture, @Nullable Stream sound) {
    String codec = picture.codec();
    boolean evident = container != Container.AVI || SELF_EVIDENT.contains(codec);
    boolean quickTime = evident && IN_QUICKTIME.contains(codec);
    boolean copied = quickTime || (evident && IN_MP4.contains(codec));
    FileType type = quickTime ? FileType.MOV : FileType.MP4;
    return new Recipe(container, picture, sound, type, copied, isCopied(sound, type));
  }

  /** Browsers play these in an MP4; AC-3, DTS, Opus and the rest differ by browser or file. */
  private static boolean isCopied(@Nullable Stream sound, FileType type) {
    return sound != null
        && (sound.codec().equals("aac") || (type == FileType.MP4 && sound.codec().equals("mp3")));
  }

  /** Returns what to try next if this fails on the file: to code more, then to do without sound. */
  @Nullable Recipe fallback() {
    if (soundCopied) {
      return new Recipe(container, picture, sound, type, picturesCopied, false);
    }
    if (picturesCopied) {
      return new Recipe(container, picture, sound, FileType.MP4, false, false);
    }
    return sound == null ? null : of(container, picture, null);
  }

  /** Arguments of ffmpeg that list a container's streams. */
  static List<String> listing(Container container) {
    var arguments = input(container);
    arguments.addAll(List.of("-map", "0:V?", "-map", "0:a?", "-c", "copy", "-t", "0"));
    arguments.addAll(List.of("-f", "framecrc", "pipe:1"));
    return arguments;
  }

  /**
   * Whether frames may be packed together. DivX and Xvid do that, because an AVI has one time a
   * frame and no place for another order. They must be unpacked before ffmpeg sees their times.
   */
  boolean isPacked() {
    return container == Container.AVI && picture.codec().equals("mpeg4");
  }

  /** Arguments of ffmpeg that unpack frames, and write a container of the same kind. */
  List<String> unpacking() {
    var arguments = input(container);
    arguments.addAll(List.of("-map", "0", "-c", "copy", "-bsf:v", "mpeg4_unpack_bframes"));
    if (!soundCopied) {
      // An AVI tells the times of sound by counting its bytes, which ffmpeg writes wrongly for
      // codecs with blocks, such as ADPCM. Plain samples can be counted.
      arguments.addAll(List.of("-c:a", "pcm_s16le", "-max_error_rate", "1"));
    }
    arguments.addAll(List.of("-f", container.demuxer(), "pipe:1"));
    return arguments;
  }

  /** Arguments of ffmpeg that write a fragmented file. */
  List<String> arguments(Encoder encoder) {
    var arguments = new ArrayList<>(List.of("-fflags", "+genpts"));
    arguments.addAll(input(container));
    arguments.addAll(List.of("-map", "0:V:" + picture.number()));
    if (picturesCopied) {
      arguments.addAll(List.of("-c:v", "copy"));
    } else {
      code(arguments, encoder);
    }
    if (sound != null) {
      arguments.addAll(List.of("-map", "0:a:" + sound.number()));
      arguments.addAll(
          soundCopied
              ? List.of("-c:a", "copy")
              // Fills gaps, so that sound stays with the pictures.
              : List.of("-af", "aresample=async=1", "-ac", "2", "-c:a", "aac", "-b:a", "160k"));
    }
    output(arguments);
    return arguments;
  }

  private static ArrayList<String> input(Container container) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("-format_whitelist", container.demuxer()));
    arguments.addAll(List.of("-max_pixels", String.valueOf(Limits.FRAME_PIXELS)));
    arguments.addAll(List.of("-probesize", "16M", "-analyzeduration", "15M"));
    arguments.add("-noautorotate");
    arguments.addAll(List.of("-f", container.demuxer(), "-i", "pipe:0"));
    return arguments;
  }

  /** Codes pictures so well that coding them again shows no difference. */
  private void code(List<String> arguments, Encoder encoder) {
    // Even, as 4:2:0 wants it, and constant, as an encoder wants it, even if the file's changes.
    int width = Math.max(2, picture.width() & ~1);
    int height = Math.max(2, picture.height() & ~1);
    arguments.addAll(List.of("-fps_mode", "passthrough", "-enc_time_base", "1/90000"));
    arguments.add("-vf");
    arguments.add(
        "scale=w=%d:h=%d:out_color_matrix=bt601:out_range=tv:flags=bicubic+accurate_rnd,format=yuv420p"
            .formatted(width, height));
    arguments.addAll(List.of("-colorspace", "smpte170m", "-color_range", "tv"));
    arguments.addAll(encoder.arguments(width, height));
    arguments.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*" + KEYFRAMES + ")"));
  }

  private void output(List<String> arguments) {
    arguments.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-strict", "-2"));
    // A damaged frame is passed over, however many there are.
    arguments.addAll(List.of("-max_error_rate", "1"));
    // Times stay as they are, against the file's start: fragments state them (frag_discont), and
    // nothing is shifted to make them positive.
    arguments.addAll(List.of("-output_ts_offset", String.valueOf(ORIGIN)));
    arguments.addAll(List.of("-avoid_negative_ts", "disabled", "-use_editlist", "1"));
    // The configuration of AAC in a transport stream is known from its first frame only.
    arguments.addAll(List.of("-movflags", "empty_moov+default_base_moof+frag_discont+delay_moov"));
    arguments.addAll(List.of("-frag_duration", "2000000", "-frag_size", "16000000"));
    arguments.addAll(List.of("-f", type.muxer(), "pipe:1"));
  }
}
