package dev.darkroom.video.still;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.video.read.RangedOriginal;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ReadGroup keyframes one after the other, in as few requests as is sensible. */
final class KeyframeReader {
  private final RangedOriginal original;
  private final StillCollector gathered;
  private final Deque<ReadGroup> reads;
  private final Deque<Coded> ready = new ArrayDeque<>();

  /** A keyframe's bytes. */
  record Coded(Keyframe keyframe, ByteReader bytes) {
    byte[] all() {
      byte[] all = new byte[bytes.remaining()];
      bytes.copyTo(all, 0);
      return all;
    }
  }

  KeyframeReader(StillRequest request, int maxFrameSize, StillCollector gathered) {
    this.original = request.original();
    this.gathered = gathered;
    var readable = new ArrayList<Keyframe>();
    for (Keyframe keyframe : request.keyframes()) {
      if (keyframe.size() > maxFrameSize) {
        gathered.tooLarge(keyframe.size(), maxFrameSize);
      } else if (keyframe.entry() != 1) {
        gathered.damaged("its coding changes midway");
      } else {
        readable.add(keyframe);
      }
    }
    this.reads = new ArrayDeque<>(ReadGroup.of(readable));
  }

  /** The next one that can be read; null after the last. */
  @Nullable Coded next() throws IOException {
    while (ready.isEmpty() && !reads.isEmpty()) {
      read(reads.remove());
    }
    return ready.poll();
  }

  private void read(ReadGroup group) throws IOException {
    try {
      ByteReader bytes = original.exactly(group.from(), group.length());
      for (Keyframe keyframe : group.keyframes()) {
        int at = (int) (keyframe.offset() - group.from());
        ready.add(new Coded(keyframe, bytes.seek(at).slice(keyframe.size())));
      }
    } catch (Malformed e) {
      List<Keyframe> keyframes = group.keyframes();
      if (keyframes.size() == 1) {
        gathered.damaged(e.reason());
        return;
      }
      // The file ends within them: some may be whole.
      keyframes.forEach(keyframe -> reads.addFirst(new ReadGroup(List.of(keyframe))));
    }
  }
}
