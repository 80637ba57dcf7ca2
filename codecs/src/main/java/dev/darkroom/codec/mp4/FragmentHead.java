package dev.darkroom.codec.mp4;

import java.util.List;

/** Writes the start of a fragment, before its samples: {@code moof} (8.8.4) and an mdat's head. */
public final class FragmentHead {
  private static final int DEFAULT_BASE_IS_MOOF = 0x20000;

  /** Fields of trun: data offset; duration, size, flags and composition offset of every sample. */
  private static final int RUN_FIELDS = 0x1 | 0x100 | 0x200 | 0x400 | 0x800;

  /** Sample flags: depends on no other sample (8.8.3.1). */
  private static final long KEYFRAME = 0x2000000;

  /** Sample flags: depends on others and is no sync sample. */
  private static final long DEPENDENT = 0x1010000;

  private static final int MDAT_HEAD = 8;
  private static final int LARGE_MDAT_HEAD = 16;

  private FragmentHead() {}

  /**
   * Returns the head of a fragment, which the samples' bytes must follow, run after run.
   *
   * @param sequence rises from fragment to fragment, from 1
   */
  public static byte[] of(long sequence, List<TrackRun> runs) {
    long bytes = runs.stream().mapToLong(TrackRun::bytes).sum();
    boolean large = bytes > 0xffffffffL - MDAT_HEAD;
    int mdatHead = large ? LARGE_MDAT_HEAD : MDAT_HEAD;
    // Offsets count from the moof's first byte, and their values do not change its size.
    int moofSize = moof(sequence, runs, 0).size();
    BoxWriter head = moof(sequence, runs, moofSize + mdatHead);
    if (large) {
      head.u32(1).text("mdat").u64(bytes + LARGE_MDAT_HEAD);
    } else {
      head.u32(bytes + MDAT_HEAD).text("mdat");
    }
    return head.toByteArray();
  }

  private static BoxWriter moof(long sequence, List<TrackRun> runs, int dataOffset) {
    return new BoxWriter()
        .box(
            "moof",
            moof -> {
              moof.fullBox("mfhd", 0, 0, mfhd -> mfhd.u32(sequence));
              long offset = dataOffset;
              for (TrackRun run : runs) {
                long at = offset;
                moof.box("traf", traf -> traf(traf, run, at));
                offset += run.bytes();
              }
            });
  }

  private static void traf(BoxWriter traf, TrackRun run, long dataOffset) {
    traf.fullBox("tfhd", 0, DEFAULT_BASE_IS_MOOF, tfhd -> tfhd.u32(run.trackId()));
    traf.fullBox("tfdt", 1, 0, tfdt -> tfdt.u64(run.time()));
    traf.fullBox(
        "trun",
        1,
        RUN_FIELDS,
        trun -> {
          trun.u32(run.samples().size()).u32(dataOffset);
          for (TrackRun.Sample sample : run.samples()) {
            trun.u32(sample.duration()).u32(sample.size());
            trun.u32(sample.keyframe() ? KEYFRAME : DEPENDENT).u32(sample.compositionOffset());
          }
        });
  }
}
