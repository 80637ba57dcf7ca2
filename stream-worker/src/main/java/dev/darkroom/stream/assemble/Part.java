package dev.darkroom.stream.assemble;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Sample;
import dev.darkroom.codec.mp4.SampleCursor;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.stream.StreamPlan;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A coded segment: the head of its stored form, which the frames of all rungs follow, rung after
 * rung, so that each is read from start to end.
 *
 * @param codingMillis compute time that it took, in milliseconds
 * @param rungs in the order of the plan
 */
public record Part(long codingMillis, List<CodedRung> rungs) {
  /** First four bytes: "DRP" and the version of the form. */
  private static final int MAGIC = 'D' << 24 | 'R' << 16 | 'P' << 8 | 1;

  private static final int MAX_RUNGS = 16;
  private static final int MAX_CONFIGURATION = 64 << 10;

  /** A minute of 240 frames per second, twice. */
  private static final int MAX_FRAMES = 1 << 15;

  public Part {
    rungs = List.copyOf(rungs);
  }

  /**
   * Stores what the engine coded.
   *
   * @param file with a track for each rung; its times are in ticks of the plan, from the plan's
   *     lead
   * @param movie the file's index
   * @param number of the segment
   * @throws Malformed if the file is damaged
   * @throws IllegalArgumentException if it is not what the plan demands
   */
  public static byte[] of(byte[] file, Movie movie, StreamPlan plan, int number, long codingMillis)
      throws Malformed {
    long lead = StreamPlan.LEAD_SECONDS * plan.picture().timescale();
    long length = plan.segments().get(number).length();
    require(movie.tracks().size() == plan.rungs().size(), "another number of rungs");
    var bytes = new ByteArrayOutputStream(file.length + 1024);
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeLong(codingMillis);
      out.writeInt(movie.tracks().size());
      var samples = new ArrayList<Sample>();
      for (Track track : movie.tracks()) {
        require(track.timescale() == plan.picture().timescale(), "another timescale");
        List<Sample> coded = samples(track);
        rung(track, coded, lead, length).write(out);
        samples.addAll(coded);
      }
      for (Sample sample : samples) {
        out.write(file, Math.toIntExact(sample.offset()), sample.size());
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory is always writable", e);
    }
    return bytes.toByteArray();
  }

  private static List<Sample> samples(Track track) throws Malformed {
    require(track.samples().count() <= MAX_FRAMES, "too many frames");
    var samples = new ArrayList<Sample>();
    SampleCursor cursor = track.samples().cursor();
    for (Sample sample = cursor.next(); sample != null; sample = cursor.next()) {
      samples.add(sample);
    }
    return samples;
  }

  private static CodedRung rung(Track track, List<Sample> samples, long lead, long length) {
    SampleEntry entry = track.entry();
    byte[] configuration = entry == null ? null : entry.configurations().get("avcC");
    if (configuration == null) {
      throw new IllegalArgumentException("not coded in H.264");
    }
    require(!samples.isEmpty() && samples.getFirst().keyframe(), "no keyframe first");
    var frames = new ArrayList<CodedRung.Frame>();
    for (Sample sample : samples) {
      long shown = sample.time() + sample.compositionOffset() - lead;
      require(shown >= 0 && shown < length, "a frame outside of its segment");
      frames.add(new CodedRung.Frame(sample.size(), shown, sample.keyframe()));
    }
    return new CodedRung(configuration, frames);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("the engine made " + otherwise);
    }
  }

  /**
   * Reads the head, up to the frames.
   *
   * @throws IOException if it ends early or is none
   */
  static Part read(InputStream from) throws IOException {
    var in = new DataInputStream(from);
    if (in.readInt() != MAGIC) {
      throw new IOException("no part of this version");
    }
    long codingMillis = in.readLong();
    int count = bounded(in.readInt(), MAX_RUNGS);
    var rungs = new ArrayList<CodedRung>();
    for (int i = 0; i < count; i++) {
      rungs.add(CodedRung.read(in, MAX_CONFIGURATION, MAX_FRAMES));
    }
    return new Part(codingMillis, rungs);
  }

  static int bounded(int count, int limit) throws IOException {
    if (count < 0 || count > limit) {
      throw new IOException("a damaged part");
    }
    return count;
  }
}
