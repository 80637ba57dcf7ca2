package dev.darkroom.video.caption;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Presentation.Piece;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Reads the captions of one track, at the times at which its presentation shows them. */
public final class CueReader {
  private static final int MAX_SAMPLES = 10_000;
  private static final int MAX_SAMPLE = 16 << 10;
  private static final int MAX_PIECES = 100;

  /** Most characters of a track's captions: ten hours of fast speech, several times. */
  private static final int MAX_CHARACTERS = 2 << 20;

  private static final long MILLIS = 1000;

  private final Track track;
  private final CaptionFormat format;
  private final List<Piece> pieces;
  private final List<Cue> cues = new ArrayList<>();
  private int characters;

  private CueReader(Track track, CaptionFormat format) {
    this.track = track;
    this.format = format;
    this.pieces = track.presentation().pieces();
  }

  /** Tells whether captions of a track can be read. */
  public static boolean reads(CaptionTrack captions) {
    return CaptionFormat.of(captions.entry()).isPresent()
        && captions.track().samples().count() <= MAX_SAMPLES;
  }

  /**
   * Reads a track's captions as WebVTT. Of one that is damaged midway, those before.
   *
   * @return empty if it shows no text
   * @throws TimeoutException when the time is up
   */
  public static String read(CaptionTrack captions, Mp4Source source, Deadline until)
      throws IOException, TimeoutException {
    CaptionFormat format = CaptionFormat.of(captions.entry()).orElseThrow();
    var reader = new CueReader(captions.track(), format);
    try {
      reader.readAll(source, until);
    } catch (Malformed damage) {
      // What precedes it can be shown.
    }
    List<Cue> cues = joined(reader.cues);
    return cues.isEmpty() ? "" : WebVtt.of(cues);
  }

  private void readAll(Mp4Source source, Deadline until)
      throws IOException, Malformed, TimeoutException {
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next();
        sample != null && characters <= MAX_CHARACTERS;
        sample = cursor.next()) {
      until.check();
      // Two bytes are a text of no length.
      if (sample.size() > 2) {
        ByteReader bytes = source.read(sample.offset(), Math.min(sample.size(), MAX_SAMPLE));
        String text = format.text(bytes);
        if (!text.isEmpty()) {
          add(sample, text);
        }
      }
    }
  }

  private void add(Sample sample, String text) {
    for (Piece piece : pieces.subList(0, Math.min(pieces.size(), MAX_PIECES))) {
      long from = Math.max(sample.time(), piece.media());
      long to = Math.min(sample.time() + sample.duration(), piece.mediaEnd());
      characters += text.length();
      if (from < to && piece.rate() > 0 && characters <= MAX_CHARACTERS) {
        long start = millis(piece.shownAt(from));
        cues.add(new Cue(start, Math.max(start + 1, millis(piece.shownAt(to))), text));
      }
    }
  }

  private long millis(long ticks) {
    return Math.max(0, Math.round(track.seconds(ticks) * MILLIS));
  }

  /** Joins cues of which one goes on with the text of the other, in order of time. */
  private static List<Cue> joined(List<Cue> cues) {
    cues.sort(Comparator.comparingLong(Cue::from));
    var joined = new ArrayList<Cue>();
    for (Cue cue : cues) {
      if (!joined.isEmpty() && cue.continues(joined.getLast())) {
        Cue before = joined.removeLast();
        joined.add(new Cue(before.from(), cue.to(), cue.text()));
      } else {
        joined.add(cue);
      }
    }
    return joined;
  }
}
