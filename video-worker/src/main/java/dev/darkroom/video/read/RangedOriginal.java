package dev.darkroom.video.read;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Read;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One version of an original, read where it is asked for. Each request reads somewhat ahead, and
 * the last few answers are kept: a file's boxes and its frames lie close together.
 */
public final class RangedOriginal implements Mp4Source {
  /** Longer answers, as indexes and keyframes, are asked for once. */
  private static final int KEPT_CHUNKS = 4;

  private final ObjectStore store;
  private final Job job;
  private final Limits limits;
  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private int requests;
  private long bytesRead;

  /**
   * @param readAhead the least number of bytes to ask for at once
   * @param maxRequests after which the file counts as hostile
   */
  public record Limits(int readAhead, int maxRequests) {}

  public RangedOriginal(ObjectStore store, Job job, Limits limits) {
    this.store = store;
    this.job = job;
    this.limits = limits;
  }

  @SuppressWarnings("ArrayRecordComponent") // a carrier of bytes that nobody compares
  private record Chunk(long from, byte[] bytes) {
    long end() {
      return from + bytes.length;
    }

    boolean holds(long at) {
      return at >= from && at < end();
    }
  }

  public Job job() {
    return job;
  }

  @Override
  public long size() {
    return job.size();
  }

  /** Requests made so far. */
  public int requests() {
    return requests;
  }

  /** Bytes received so far. */
  public long bytesRead() {
    return bytesRead;
  }

  /** The first bytes; fewer of a shorter file. */
  public byte[] head(int length) throws IOException, Malformed {
    int there = (int) Math.min(length, size());
    return read(0, there).bytes(there);
  }

  @Override
  public ByteReader read(long from, int length) throws IOException, Malformed {
    return read(from, length, limits.readAhead());
  }

  /** The same without reading ahead, for what nothing else that is wanted lies behind. */
  public ByteReader exactly(long from, int length) throws IOException, Malformed {
    return read(from, length, 0);
  }

  /** A decoder that gave up may still read while the next one starts. */
  private synchronized ByteReader read(long from, int length, int atLeast)
      throws IOException, Malformed {
    if (from < 0 || length < 0 || length > size() - from) {
      throw new Malformed(size(), "the file ends where more is announced,");
    }
    if (length == 0) {
      return new ByteReader(new byte[0], 0, 0, from);
    }
    Chunk kept = chunkAt(from);
    if (kept == null) {
      kept = fetch(from, Math.max(length, atLeast));
    }
    int start = (int) (from - kept.from);
    int there = kept.bytes.length - start;
    if (there >= length) {
      return new ByteReader(kept.bytes, start, length, from);
    }
    // Only what is not there yet: an index often starts in the first answer and ends far behind it.
    byte[] whole = new byte[length];
    System.arraycopy(kept.bytes, start, whole, 0, there);
    read(from + there, length - there, atLeast).copyTo(whole, there);
    return new ByteReader(whole, 0, length, from);
  }

  private @Nullable Chunk chunkAt(long at) {
    for (Chunk chunk : chunks) {
      if (chunk.holds(at)) {
        return chunk;
      }
    }
    return null;
  }

  private Chunk fetch(long from, int atLeast) throws IOException, Malformed {
    if (requests == limits.maxRequests()) {
      throw new Malformed(from, "too scattered to be read in " + requests + " requests,");
    }
    requests++;
    int length = (int) Math.min(atLeast, size() - from);
    byte[] bytes =
        switch (store.openRange(job.original().key(), job.etag(), from, length)) {
          case Read.Opened opened -> {
            try (opened) {
              yield opened.body().readNBytes(length);
            }
          }
          case Read.Gone() -> throw new OriginalGone(job.original().key());
        };
    if (bytes.length < length) {
      throw new EOFException("the connection ended before the range did");
    }
    bytesRead += length;
    var chunk = new Chunk(from, bytes);
    if (length <= limits.readAhead()) {
      if (chunks.size() == KEPT_CHUNKS) {
        chunks.removeLast();
      }
      chunks.addFirst(chunk);
    }
    return chunk;
  }
}
