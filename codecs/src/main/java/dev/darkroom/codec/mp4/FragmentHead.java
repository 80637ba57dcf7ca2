package dev.darkroom.codec.mp4;

import java.util.List;

/** What comes before the samples of a fragment: a {@code moof} (8.8.4) and the head of an mdat. */
public final class FragmentHead {
  private static final int DEFAULT_BASE_IS_MOOF = 0x20000;

  /** Data offset; duration, size, flags and composition offset of every sample. */
  private static final int RUN_FIELDS = 0x1 | 0x100 | 0x200 | 0x400 | 0x800;

  /** 8.8.3.1: depends on no other sample. */
  private static final long KEYFRAME = 0x2000000;

  /** Depends on others, and is no sync sample. */
  private static final long DEPENDENT = 0x1010000;

  private static final int MDAT_HEAD = 8;
  private static final int LARGE_MDAT_HEAD = 16;

  private FragmentHead() {}

  /**
   * The head of a fragment, after which the samples' bytes have to follow, run after run.
   *
   * @param sequence rises from fragment to fragment, from 1
   */
  public static byte[] of(long sequence, List<TrackRun> runs) {
    long bytes = runs.stream().mapToLong(TrackRun::bytes).sum();
    boolean large = bytes > 0xffffffffL - MDAT_HEAD;
    int mdatHead = large ? LARGE_MDAT_HEAD : MDAT_HEAD;
    // The offsets within are from the moof's first byte, and do not change its size.
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
