package dev.darkroom.video.caption;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes texts as WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format"). */
final class WebVtt {
  private WebVtt() {}

  /** Writes a file. */
  static String of(List<Cue> cues) {
    var text = new StringBuilder("WEBVTT\n");
    for (Cue cue : cues) {
      text.append('\n').append(time(cue.from())).append(" --> ").append(time(cue.to()));
      text.append('\n').append(cue.text()).append('\n');
    }
    return text.toString();
  }

  /** Returns a plain text as the text of a cue. */
  static String escaped(String plain) {
    return lines(plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
  }

  /** Returns the text of another file's cue so that it cannot end its cue here. */
  static String markup(String payload) {
    return lines(payload).replace("-->", "--&gt;");
  }

  /** Leaves out blank lines, which end a cue, and characters that nobody sees. */
  private static String lines(String text) {
    return text.lines()
        .map(line -> line.replaceAll("\\p{Cntrl}", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String time(long millis) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }
}
