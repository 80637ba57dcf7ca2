package dev.darkroom.video.plan;

import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.codec.mp4.PictureEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.mp4.TrackHeader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes a movie of one picture track whose samples are four bytes each: their own number. */
final class MadeMovie {
  static final int MOVIE_TIMESCALE = 1000;

  /** Offset of the first sample: after a file type of 16 bytes and the head of the media data. */
  private static final int DATA = 24;

  private final int timescale;
  private final List<Frame> frames = new ArrayList<>();
  private final List<long[]> edits = new ArrayList<>();

  /**
   * A sample.
   *
   * @param duration until the next one is decoded
   * @param offset from decoding to showing
   * @param entry which of two describes it, 1 or 2
   */
  record Frame(int duration, int offset, boolean keyframe, int entry) {}

  MadeMovie(int timescale) {
    this.timescale = timescale;
  }

  MadeMovie frame(int duration, int offset, boolean keyframe) {
    return frame(duration, offset, keyframe, 1);
  }

  MadeMovie frame(int duration, int offset, boolean keyframe, int entry) {
    frames.add(new Frame(duration, offset, keyframe, entry));
    return this;
  }

  /**
   * Adds an edit.
   *
   * @param seconds how long it is shown
   * @param media where it starts, in ticks of the track; negative for nothing
   */
  MadeMovie edit(double seconds, long media, double rate) {
    edits.add(new long[] {Math.round(seconds * MOVIE_TIMESCALE), media, (long) (rate * 65536)});
    return this;
  }

  List<Frame> frames() {
    return frames;
  }

  byte[] bytes() {
    return new BoxWriter()
        .box("ftyp", ftyp -> ftyp.text("isom").u32(0))
        .box(
            "mdat",
            mdat -> {
              for (int i = 0; i < frames.size(); i++) {
                mdat.u32(i);
              }
            })
        .box(
            "moov",
            moov -> {
              moov.fullBox(
                  "mvhd", 0, 0, mvhd -> mvhd.u32(0).u32(0).u32(MOVIE_TIMESCALE).u32(0).zeroes(80));
              moov.box("trak", this::trak);
            })
        .toByteArray();
  }

  Track track() throws Exception {
    return Mp4Reader.read(Mp4Source.of(bytes()), Mp4Limits.DEFAULT).video().orElseThrow();
  }

  /** Returns where a sample lies in the file. */
  static int offset(int number) {
    return DATA + 4 * number;
  }

  /** Returns the number that a sample is. */
  static int number(byte[] file, long offset) {
    return ByteBuffer.wrap(file).getInt((int) offset);
  }

  private void trak(BoxWriter trak) {
    trak.box("tkhd", tkhd -> tkhd.bytes(TrackHeader.of(1, 64, 48)));
    if (!edits.isEmpty()) {
      trak.box(
          "edts",
          edts ->
              edts.fullBox(
                  "elst",
                  1,
                  0,
                  elst -> {
                    elst.u32(edits.size());
                    for (long[] edit : edits) {
                      elst.u64(edit[0]).u64(edit[1]).u32(edit[2]);
                    }
                  }));
    }
    trak.box(
        "mdia",
        mdia -> {
          mdia.fullBox("mdhd", 0, 0, mdhd -> mdhd.u32(0).u32(0).u32(timescale).u32(0).u32(0));
          mdia.fullBox("hdlr", 0, 0, hdlr -> hdlr.u32(0).text("vide").zeroes(13));
          mdia.box("minf", minf -> minf.box("stbl", this::stbl));
        });
  }

  private void stbl(BoxWriter stbl) {
    byte[] entry = PictureEntry.of("jpeg", 64, 48, 24, Map.of());
    stbl.fullBox(
        "stsd",
        0,
        0,
        stsd -> {
          stsd.u32(2);
          stsd.bytes(Arrays.copyOfRange(entry, 8, entry.length));
          stsd.bytes(Arrays.copyOfRange(entry, 8, entry.length));
        });
    int count = frames.size();
    stbl.fullBox(
        "stts",
        0,
        0,
        stts -> {
          stts.u32(count);
          frames.forEach(frame -> stts.u32(1).u32(frame.duration));
        });
    stbl.fullBox(
        "ctts",
        1,
        0,
        ctts -> {
          ctts.u32(count);
          frames.forEach(frame -> ctts.u32(1).u32(frame.offset));
        });
    stbl.fullBox(
        "stss",
        0,
        0,
        stss -> {
          stss.u32(frames.stream().filter(Frame::keyframe).count());
          for (int i = 0; i < count; i++) {
            if (frames.get(i).keyframe) {
              stss.u32(i + 1);
            }
          }
        });
    stbl.fullBox(
        "stsc",
        0,
        0,
        stsc -> {
          stsc.u32(count);
          for (int i = 0; i < count; i++) {
            stsc.u32(i + 1).u32(1).u32(frames.get(i).entry);
          }
        });
    stbl.fullBox("stsz", 0, 0, stsz -> stsz.u32(4).u32(count));
    stbl.fullBox(
        "stco",
        0,
        0,
        stco -> {
          stco.u32(count);
          for (int i = 0; i < count; i++) {
            stco.u32(DATA + 4L * i);
          }
        });
  }
}
