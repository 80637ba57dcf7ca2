package dev.darkroom.video.read;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Mp4Source;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Read;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads ranges of one version of an original, or of what was made of it to be read instead. Each
 * request reads ahead, and the last few responses are cached, because a file's boxes lie close
 * together, and so do its frames.
 */
public final class RangedOriginal implements Mp4Source {
  /** Responses no longer than the read-ahead; longer ones are indexes and keyframes, read once. */
  private static final int CACHED_CHUNKS = 4;

  /** Bytes to request at once if the whole original is read. */
  private static final int SEQUENTIAL = 4 << 20;

  private static final int SPARE_REQUESTS = 64;

  /** Size in bytes up to which reading all of a file takes less than reading pieces of it. */
  private static final long SMALL = 64 << 20;

  private static final int PIECE = 4 << 10;
  private static final int MAX_PIECES = 5000;

  private final ObjectStore store;
  private final Job job;
  private final StreamPlan.Source source;
  private final Limits limits;
  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private int requests;
  private long bytesRead;

  /**
   * @param readAhead least number of bytes to request at once
   * @param maxRequests number of requests after which the file counts as hostile
   */
  public record Limits(int readAhead, int maxRequests) {}

  public RangedOriginal(ObjectStore store, Job job, Limits limits) {
    this(store, job, new StreamPlan.Source(job.original().key(), job.etag(), job.size()), limits);
  }

  private RangedOriginal(ObjectStore store, Job job, StreamPlan.Source source, Limits limits) {
    this.store = store;
    this.job = job;
    this.source = source;
    this.limits = limits;
  }

  /** Returns a reader of an object that stands for the original from here on. */
  public RangedOriginal replacedBy(StreamPlan.Source other) {
    return new RangedOriginal(store, job, other, limits);
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

  /** Returns a reader of the same original for reading all of it, roughly from start to end. */
  public RangedOriginal sequential() {
    long pieces = Math.ceilDiv(size(), (long) SEQUENTIAL);
    int most = (int) Math.min(Integer.MAX_VALUE, 2 * pieces + SPARE_REQUESTS);
    return new RangedOriginal(store, job, source, new Limits(SEQUENTIAL, most));
  }

  /**
   * Returns a reader of the same original for some thousands of small pieces of it: of a small
   * file, all that lies between them is read, too.
   */
  public RangedOriginal scattered() {
    return size() <= SMALL
        ? sequential()
        : new RangedOriginal(store, job, source, new Limits(PIECE, MAX_PIECES));
  }

  public Job job() {
    return job;
  }

  /** Returns the object that is read. */
  public StreamPlan.Source source() {
    return source;
  }

  @Override
  public long size() {
    return source.size();
  }

  /** Returns the number of requests made so far. */
  public int requests() {
    return requests;
  }

  /** Returns the number of bytes received so far. */
  public long bytesRead() {
    return bytesRead;
  }

  /** Reads the first bytes; fewer if the file is shorter. */
  public byte[] head(int length) throws IOException, Malformed {
    int available = (int) Math.min(length, size());
    return read(0, available).bytes(available);
  }

  @Override
  public ByteReader read(long from, int length) throws IOException, Malformed {
    return read(from, length, limits.readAhead());
  }

  /** Reads a range without reading ahead, if nothing after it will be needed. */
  public ByteReader readExactly(long from, int length) throws IOException, Malformed {
    return read(from, length, 0);
  }

  /** Synchronized because a decoder that gave up may still be reading while the next one starts. */
  private synchronized ByteReader read(long from, int length, int atLeast)
      throws IOException, Malformed {
    if (from < 0 || length < 0 || length > size() - from) {
      throw new Malformed(size(), "the file ends where more is announced,");
    }
    if (length == 0) {
      return new ByteReader(new byte[0], 0, 0, from);
    }
    Chunk chunk = cached(from);
    if (chunk == null) {
      chunk = fetch(from, Math.max(length, atLeast));
    }
    int start = (int) (from - chunk.from);
    int available = chunk.bytes.length - start;
    if (available >= length) {
      return new ByteReader(chunk.bytes, start, length, from);
    }
    // Request only the rest: an index often starts in the first response and ends far beyond it.
    byte[] whole = new byte[length];
    System.arraycopy(chunk.bytes, start, whole, 0, available);
    read(from + available, length - available, atLeast).copyTo(whole, available);
    return new ByteReader(whole, 0, length, from);
  }

  private @Nullable Chunk cached(long at) {
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
        switch (store.openRange(source.key(), source.etag(), from, length)) {
          case Read.Opened opened -> {
            try (opened) {
              yield opened.body().readNBytes(length);
            }
          }
          case Read.Gone() -> throw new OriginalGone();
        };
    if (bytes.length < length) {
      throw new EOFException("the connection ended before the range did");
    }
    bytesRead += length;
    var chunk = new Chunk(from, bytes);
    if (length <= limits.readAhead()) {
      if (chunks.size() == CACHED_CHUNKS) {
        chunks.removeLast();
      }
      chunks.addFirst(chunk);
    }
    return chunk;
  }
}
