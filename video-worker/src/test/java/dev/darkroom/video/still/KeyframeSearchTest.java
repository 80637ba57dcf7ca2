package dev.darkroom.video.still;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.mp4.BoxWriter;
import dev.darkroom.codec.mp4.Mp4Limits;
import dev.darkroom.codec.mp4.Mp4Reader;
import dev.darkroom.codec.mp4.PictureEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.SampleJob;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.video.read.RangedOriginal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyframeSearchTest {
  private static final int CHUNKS = 200;
  private static final int PER_CHUNK = 5_000;
  private static final int SAMPLE = 64;
  private static final int CHUNK_BYTES = SAMPLE * PER_CHUNK;

  /** Bytes between chunks, too many to be read along. */
  private static final int GAP = 300 << 10;

  /** All claim to be keyframes, and are too far apart to be read at once. */
  @Test
  void aMillionFalseKeyframesCostNoMoreRequestsThanAllowed() throws Exception {
    RangedOriginal original = original(file());
    Track track = Mp4Reader.read(original, Mp4Limits.DEFAULT).video().orElseThrow();
    assertThat(track.samples().keyframes()).isEqualTo(CHUNKS * PER_CHUNK);
    int requests = original.requests();
    long bytes = original.bytesRead();

    Track checked = search(track, Set.of(), original);

    assertThat(checked.samples().keyframes()).isZero();
    assertThat(original.requests() - requests).isBetween(50, 100);
    assertThat(original.bytesRead() - bytes).isBetween(1L, 32L << 20);
  }

  @Test
  void keyframesThatAreKnownStay() throws Exception {
    RangedOriginal original = original(file());
    Track track = Mp4Reader.read(original, Mp4Limits.DEFAULT).video().orElseThrow();
    long offset = offset(CHUNKS - 1);

    Track checked = search(track, Set.of(new Keyframe(offset, SAMPLE, 5, 1)), original);

    assertThat(Timeline.of(checked, 0, 4).keyframes())
        .hasSize(4)
        .extracting(Keyframe::offset)
        .containsOnly(offset);
  }

  private static Track search(Track track, Set<Keyframe> known, RangedOriginal original)
      throws Exception {
    return KeyframeSearch.search(
        track, 100, known, original, Deadline.after(Duration.ofMinutes(1)));
  }

  /** Makes a video of samples that refer to others, without a table of keyframes. */
  private static byte[] file() {
    int samples = CHUNKS * PER_CHUNK;
    byte[] avcC = {1, 0x42, (byte) 0xc0, 12, (byte) 0xff, (byte) 0xe0, 0};
    byte[] moov =
        new BoxWriter()
            .box(
                "moov",
                movie -> {
                  movie.fullBox(
                      "mvhd",
                      0,
                      0,
                      mvhd -> {
                        mvhd.u32(0).u32(0).u32(25).u32(samples).zeroes(16);
                        matrix(mvhd).zeroes(28);
                      });
                  movie.box("trak", trak -> trak(trak, samples, avcC));
                })
            .toByteArray();
    ByteBuffer file = ByteBuffer.allocate(offset(CHUNKS));
    file.put(moov).putInt(file.capacity() - moov.length).put(new byte[] {'m', 'd', 'a', 't'});
    for (int i = 0; i < CHUNKS; i++) {
      for (int k = 0; k < PER_CHUNK; k++) {
        // A P slice: nal_unit_type 1, first_mb_in_slice 0, slice_type 5.
        file.position(offset(i) + k * SAMPLE).putInt(SAMPLE - 4).put(new byte[] {0x41, -102});
      }
    }
    return file.array();
  }

  private static int offset(int chunk) {
    return 4096 + chunk * (CHUNK_BYTES + GAP);
  }

  private static BoxWriter matrix(BoxWriter out) {
    return out.u32(0x10000).zeroes(12).u32(0x10000).zeroes(12).u32(0x4000_0000);
  }

  private static void trak(BoxWriter trak, int samples, byte[] avcC) {
    trak.fullBox("tkhd", 0, 7, tkhd -> matrix(tkhd.zeroes(8).u32(1).zeroes(24)).zeroes(8));
    trak.box(
        "mdia",
        mdia -> {
          mdia.fullBox("mdhd", 0, 0, mdhd -> mdhd.zeroes(8).u32(25).u32(samples).u32(0));
          mdia.fullBox("hdlr", 0, 0, hdlr -> hdlr.u32(0).text("vide").zeroes(13));
          mdia.box("minf", minf -> minf.box("stbl", stbl -> stbl(stbl, samples, avcC)));
        });
  }

  private static void stbl(BoxWriter stbl, int samples, byte[] avcC) {
    stbl.box(
        "stsd",
        stsd ->
            stsd.bytes(
                PictureEntry.of("avc1", 320, 180, PictureEntry.COLOR, Map.of("avcC", avcC))));
    stbl.fullBox("stts", 0, 0, stts -> stts.u32(1).u32(samples).u32(1));
    stbl.fullBox("stsc", 0, 0, stsc -> stsc.u32(1).u32(1).u32(PER_CHUNK).u32(1));
    stbl.fullBox("stsz", 0, 0, stsz -> stsz.u32(SAMPLE).u32(samples));
    stbl.fullBox(
        "stco",
        0,
        0,
        stco -> {
          stco.u32(CHUNKS);
          for (int i = 0; i < CHUNKS; i++) {
            stco.u32(offset(i));
          }
        });
  }

  private static RangedOriginal original(byte[] file) {
    var store = new InMemoryObjectStore();
    String key = "originals/video/local/0123456789abcdefghjkmnpqrs/a.mp4";
    String etag = store.put(key, new PutOptions("video/mp4", null, null, Map.of()), file).etag();
    var id = new MediaId("0123456789abcdefghjkmnpqrs");
    var name = new OriginalKey(MediaKind.VIDEO, Owner.LOCAL, id, key, "a.mp4");
    Job job = SampleJob.of(name, etag, file.length, Deadline.after(Duration.ofMinutes(1)));
    return new RangedOriginal(store, job, new RangedOriginal.Limits(64 << 10, 320));
  }
}
