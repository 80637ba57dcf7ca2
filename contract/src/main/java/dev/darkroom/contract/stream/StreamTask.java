package dev.darkroom.contract.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of the work on a stream, done by one invocation of the stream worker. */
public sealed interface StreamTask {
  /**
   * Codes one segment into all rungs.
   *
   * @param number from 0
   */
  record Segment(int number) implements StreamTask {
    private static final Pattern TEXT = Pattern.compile("segment/(\\d{1,6})");

    private static Optional<StreamTask> parsed(String text) {
      Matcher segment = TEXT.matcher(text);
      return segment.matches()
          ? Optional.of(new Segment(Integer.parseInt(segment.group(1))))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "segment/" + number;
    }
  }

  /** Codes the sound of the whole video. */
  record Sound() implements StreamTask {
    @Override
    public String toString() {
      return "sound";
    }
  }

  /** Assembles all parts, and commits the upload's manifest. */
  record Finish() implements StreamTask {
    @Override
    public String toString() {
      return "finish";
    }
  }

  /** Reads the text of a task; empty if it is none. */
  static Optional<StreamTask> parse(String text) {
    return switch (text) {
      case "sound" -> Optional.of(new Sound());
      case "finish" -> Optional.of(new Finish());
      default -> Segment.parsed(text);
    };
  }
}
