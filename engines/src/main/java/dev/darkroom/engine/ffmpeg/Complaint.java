package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes, in ffmpeg's log, why it does not decode: the texts are those of libavutil's error
 * codes (error.c), of av_image_check_size2 (imgutils.c) and of the system's loader. The first
 * constants weigh most.
 */
enum Complaint {
  /** More pixels than {@code -max_pixels}, which some decoders report as ENOMEM in the end. */
  TOO_LARGE(Reason.TOO_LARGE, "exceeds specified max pixel count"),
  /** ENOMEM, and the loader's words for it. */
  NO_MEMORY(Reason.OUT_OF_MEMORY, "cannot allocate memory|failed to map segment|out of memory"),
  /** EAGAIN of a new thread or process: others use up what the system has. */
  NO_RESOURCES(null, "resource temporarily unavailable"),
  /** AVERROR_PATCHWELCOME and its relatives, and a build that lacks a decoder. */
  UNSUPPORTED(
      Reason.UNSUPPORTED,
      "not (yet )?implemented|unsupported|not supported|no decoder found|decoder .* not found"),
  /** AVERROR_INVALIDDATA, and what ffmpeg says if no frame came out. */
  DAMAGED(Reason.DAMAGED, "invalid data found|cannot determine format of input stream");

  private final @Nullable Reason reason;
  private final Pattern text;

  Complaint(@Nullable Reason reason, String text) {
    this.reason = reason;
    this.text = Pattern.compile(text, Pattern.CASE_INSENSITIVE);
  }

  /** Why the engine stopped; null if the reason lies outside of it. */
  @Nullable Reason reason() {
    return reason;
  }

  /** Returns the complaint that a line of the log contains, null if none. */
  static @Nullable Complaint in(String line) {
    for (Complaint complaint : values()) {
      if (complaint.text.matcher(line).find()) {
        return complaint;
      }
    }
    return null;
  }
}
