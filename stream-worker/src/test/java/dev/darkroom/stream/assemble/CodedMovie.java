package dev.darkroom.stream.assemble;

import dev.darkroom.codec.mp4.FragmentHead;
import dev.darkroom.codec.mp4.IndexCleaner;
import dev.darkroom.codec.mp4.InitSegment;
import dev.darkroom.codec.mp4.InitTrack;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackHeader;
import dev.darkroom.codec.mp4.TrackRun;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamPlan.Rung;
import dev.darkroom.contract.stream.StreamPlan.Slice;
import dev.darkroom.contract.stream.StreamPlan.Source;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.SampleManifest;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.Contents;
import dev.darkroom.stage.stream.StreamInput;
import dev.darkroom.stage.stream.WorkFolder;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A movie that was coded in segments, as workers would, and is ready to be assembled. */
final class CodedMovie {
  static final int TIMESCALE = 12_800;

  private static final OriginalKey ORIGINAL =
      OriginalKey.parse("originals/video/dropped.mov").orElseThrow();
  private static final Version VERSION =
      new Version("originals/video/dropped.mov", "e", null, Instant.EPOCH, null, false);

  final InMemoryObjectStore store = new InMemoryObjectStore();
  final WorkFolder work = WorkFolder.of(store, ORIGINAL, VERSION);
  final OutputKeys outputs = new OutputKeys(ORIGINAL, VERSION, Optional.empty());
  final Path original;
  private final Path folder;
  private final List<Rung> rungs;
  private final List<StreamPlan.Segment> segments = new ArrayList<>();
  private final List<String> coding = new ArrayList<>();
  private StreamPlan.@Nullable Sound sound;
  private Source inputs = new Source("none", "none", 0);
  private Source source = new Source("none", "none", 0);
  private boolean replacesVideo = true;
  private Manifest draft = SampleManifest.film().build();

  /**
   * @param original whose times are the movie's, in ticks of {@link #TIMESCALE}
   */
  CodedMovie(Path folder, Path original, Rung... rungs) {
    this.folder = folder;
    this.original = original;
    this.rungs = List.of(rungs);
  }

  /** Adds a segment up to a time of the movie, in seconds, with more options for the encoder. */
  CodedMovie until(double seconds, String options) {
    StreamPlan.Segment last = segments.isEmpty() ? null : segments.getLast();
    long start = last == null ? 0 : last.start() + last.length();
    segments.add(
        new StreamPlan.Segment(new Slice(0, 1), start, Math.round(seconds * TIMESCALE) - start));
    coding.add(options);
    return this;
  }

  CodedMovie until(double seconds) {
    return until(seconds, "-bf 3");
  }

  CodedMovie besideAnotherVideo() {
    replacesVideo = false;
    return this;
  }

  CodedMovie withOutputs(List<Rendition> renditions) {
    draft = SampleManifest.film().withRenditions(renditions).build();
    return this;
  }

  /** Copies the original's sound, or what begins it, if more than that begins there. */
  CodedMovie withCopiedSound(double delay) throws Exception {
    source = put("source.mp4", Files.readAllBytes(original));
    StreamInput input = soundInput(Files.readAllBytes(original), delay);
    byte[] bytes = input.toBytes();
    inputs = put("inputs", bytes);
    sound = new StreamPlan.Sound(new Slice(0, bytes.length), true, 48_000, 2, 48_000, 1);
    return this;
  }

  /** Stores sound as the engine writes it: fragments, with times from the lead. */
  CodedMovie withCodedSound() throws Exception {
    Path coded =
        Ffmpeg.make(
            folder.resolve("sound.mp4"),
            "-i "
                + original
                + " -vn -c copy -bsf:a setts=ts=TS+480000 -use_editlist 0 -avoid_negative_ts disabled"
                + " -movflags empty_moov+default_base_moof+frag_discont -frag_duration 2000000");
    Source file = put(work.key("sound-1.mp4"), Files.readAllBytes(coded));
    put(part(new StreamTask.Sound()), new SoundPart(file, 500).toBytes());
    sound = new StreamPlan.Sound(new Slice(0, 1), false, 48_000, 2, 48_000, 1);
    return this;
  }

  private String part(StreamTask task) {
    return work.key(Contents.part(task));
  }

  private Source put(String key, byte[] bytes) {
    return new Source(key, store.put(key, PutOptions.binary(), bytes).etag(), bytes.length);
  }

  private static StreamInput soundInput(byte[] file, double delay) throws Exception {
    Movie movie = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);
    Track track =
        movie.tracks().stream()
            .filter(it -> it.kind() == Track.Kind.AUDIO)
            .findFirst()
            .orElseThrow();
    var samples = new ArrayList<TrackRun.Sample>();
    var ranges = new ArrayList<StreamInput.Range>();
    SampleCursor cursor = track.samples().cursor();
    for (Sample next = cursor.next(); next != null; next = cursor.next()) {
      samples.add(new TrackRun.Sample(next.size(), next.duration(), true, 0));
      ranges.add(new StreamInput.Range(next.offset(), next.size()));
    }
    long time = Math.round((StreamPlan.LEAD_SECONDS + delay) * track.timescale());
    var init =
        new InitTrack(
            1,
            Track.Kind.AUDIO,
            track.timescale(),
            TrackHeader.of(1, 0, 0),
            IndexCleaner.entry(track, 1));
    byte[] start = InitSegment.of(List.of(init));
    byte[] fragment = FragmentHead.of(1, List.of(new TrackRun(1, time, samples)));
    byte[] head = new byte[start.length + fragment.length];
    System.arraycopy(start, 0, head, 0, start.length);
    System.arraycopy(fragment, 0, head, start.length, fragment.length);
    return new StreamInput(head, ranges);
  }

  StreamPlan plan() {
    return new StreamPlan(
        StreamPlan.SCHEMA,
        source,
        inputs,
        new StreamPlan.Picture(TIMESCALE, 0, false, false, 25, null),
        rungs,
        segments,
        sound,
        replacesVideo);
  }

  /** Codes all segments, stores their parts and assembles them. */
  Assembled assembled() throws Exception {
    for (int i = 0; i < segments.size(); i++) {
      byte[] file = Files.readAllBytes(code(i));
      Movie movie = Mp4Reader.read(Mp4Source.of(file), Mp4Limits.DEFAULT);
      put(part(new StreamTask.Segment(i)), Part.of(file, movie, plan(), i, 1000));
    }
    return assemble();
  }

  Assembled assemble() throws Exception {
    return new StreamAssembler(store)
        .assemble(plan(), work, outputs, draft, Deadline.after(Duration.ofMinutes(1)));
  }

  private Path code(int number) {
    StreamPlan.Segment segment = segments.get(number);
    long lead = (long) StreamPlan.LEAD_SECONDS * TIMESCALE;
    var filters = new StringBuilder();
    var maps = new StringBuilder();
    filters.append(
        String.format(
            Locale.ROOT,
            "[0:v]settb=1/%d,trim=start_pts=%d:end_pts=%d,setpts=PTS-%d,split=%d",
            TIMESCALE,
            segment.start(),
            segment.start() + segment.length(),
            segment.start() - lead,
            rungs.size()));
    for (int i = 0; i < rungs.size(); i++) {
      filters.append("[s").append(i).append(']');
    }
    for (int i = 0; i < rungs.size(); i++) {
      Rung rung = rungs.get(i);
      filters.append(
          ";[s%d]scale=%d:%d,setsar=1[r%d]".formatted(i, rung.width(), rung.height(), i));
      maps.append(" -map [r").append(i).append(']');
    }
    return Ffmpeg.make(
        folder.resolve("segment-" + number + ".mp4"),
        "-i "
            + original
            + " -filter_complex "
            + filters
            + maps
            + " -fps_mode passthrough -enc_time_base 1/"
            + TIMESCALE
            + " -c:v libx264 -preset veryfast -crf 18 -pix_fmt yuv420p -g 9999 "
            + coding.get(number)
            + " -video_track_timescale "
            + TIMESCALE
            + " -use_editlist 0 -avoid_negative_ts disabled -copyts"
            + " -movflags empty_moov+default_base_moof+frag_discont -f mp4");
  }

  /** Writes all outputs into a folder, by their names. */
  Path saved() throws Exception {
    Path saved = Files.createDirectories(folder.resolve("saved"));
    for (String key : store.keys("processed/")) {
      if (key.contains("/unfinished/")) {
        continue;
      }
      ObjectInfo info = store.head(key).orElseThrow();
      if (store.open(key, info.etag()) instanceof Read.Opened opened) {
        try (InputStream body = opened.body()) {
          Files.write(saved.resolve(OutputKeys.fileName(key)), body.readAllBytes());
        }
      }
    }
    return saved;
  }
}
