package dev.darkroom.video.still;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.keyframe.SampleCheck;
import dev.darkroom.codec.keyframe.SampleCheck.Verdict;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keyframes of a request one by one, in as few requests to the store as is sensible.
 * Leaves out samples that are no keyframes whatever their container claims, since a decoder would
 * make rubbish of them.
 */
final class KeyframeReader {
  /** Number of false claims after which the container's others are not tried either. */
  private static final int MAX_MISTAKES = 4;

  private final StillRequest request;
  private final StillCollector collector;
  private final Deque<ReadGroup> groups;
  private final SampleCheck check;
  private final Deque<Coded> ready = new ArrayDeque<>();
  private int mistakes;

  /** A keyframe's bytes. */
  record Coded(Keyframe keyframe, ByteReader bytes) {
    byte[] all() {
      byte[] all = new byte[bytes.remaining()];
      bytes.copyTo(all, 0);
      return all;
    }
  }

  /**
   * @param maxFrameSize maximum size of a coded keyframe, in bytes
   * @param collector receives the reason for each keyframe that is not read
   */
  KeyframeReader(StillRequest request, int maxFrameSize, StillCollector collector) {
    this.request = request;
    this.collector = collector;
    this.check = SampleCheck.of(request.entry());
    var readable = new ArrayList<Keyframe>();
    for (Keyframe keyframe : request.keyframes()) {
      if (keyframe.size() > maxFrameSize) {
        collector.tooLarge(keyframe.size(), maxFrameSize);
      } else {
        readable.add(keyframe);
      }
    }
    this.groups = new ArrayDeque<>(ReadGroup.plan(readable));
  }

  /** Returns the next keyframe that can be read; null after the last, or when the time is up. */
  @Nullable Coded next() throws IOException {
    if (request.until().passed() && !(ready.isEmpty() && groups.isEmpty())) {
      collector.tookTooLong();
      return null;
    }
    while (ready.isEmpty() && !groups.isEmpty() && mistakes <= MAX_MISTAKES) {
      read(groups.remove());
    }
    return ready.poll();
  }

  private void read(ReadGroup group) throws IOException {
    try {
      ByteReader bytes = request.original().readExactly(group.from(), group.length());
      for (Keyframe keyframe : group.keyframes()) {
        int at = (int) (keyframe.offset() - group.from());
        take(new Coded(keyframe, bytes.seek(at).slice(keyframe.size())));
      }
    } catch (Malformed e) {
      List<Keyframe> keyframes = group.keyframes();
      if (keyframes.size() == 1) {
        collector.damaged(e.reason());
        return;
      }
      // The file ends within the group; its first keyframes may be complete.
      keyframes.forEach(keyframe -> groups.addFirst(new ReadGroup(List.of(keyframe))));
    }
  }

  private void take(Coded coded) {
    try {
      if (check.check(coded.bytes.fromStart()) == Verdict.DEPENDENT) {
        mistakes++;
        collector.mistaken();
      } else {
        ready.add(coded);
      }
    } catch (Malformed e) {
      collector.damaged(e.reason());
    }
  }
}
