package dev.darkroom.stream.assemble;

import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.stream.Contents;
import dev.darkroom.stage.stream.WorkFolder;
import dev.darkroom.stream.read.SourceReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the stretches of a stream one after the other, and opens a few ahead, because a request
 * takes longer to be answered than most parts to be copied.
 */
final class PartFeed implements AutoCloseable {
  private static final int AHEAD = 4;

  private final ObjectStore store;
  private final WorkFolder work;
  private final SourceReader source;
  private final @Nullable SoundFrames sound;
  private final Iterator<Stretch> coming;
  private final ArrayDeque<Future<Opened>> opening = new ArrayDeque<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * A stretch whose pictures can be read.
   *
   * @param part head of its part; absent where only sound is left
   * @param frames what follows the head; empty without a part
   */
  record Opened(Stretch stretch, @Nullable Part part, InputStream frames, SoundSlice heard)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      frames.close();
    }
  }

  PartFeed(
      ObjectStore store,
      WorkFolder work,
      SourceReader source,
      @Nullable SoundFrames sound,
      List<Stretch> stretches) {
    this.store = store;
    this.work = work;
    this.source = source;
    this.sound = sound;
    this.coming = stretches.iterator();
  }

  /** Returns the next stretch, null after the last. The caller closes it. */
  @Nullable Opened next() throws IOException, InterruptedException {
    Opened next = peek();
    opening.poll();
    return next;
  }

  /** Returns the stretch that comes next, null after the last. */
  @Nullable Opened peek() throws IOException, InterruptedException {
    while (opening.size() < AHEAD && coming.hasNext()) {
      Stretch stretch = coming.next();
      opening.add(threads.submit(() -> open(stretch)));
    }
    Future<Opened> first = opening.peek();
    if (first == null) {
      return null;
    }
    try {
      return first.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private Opened open(Stretch stretch) throws IOException {
    SoundSlice heard = heard(stretch);
    if (stretch.pictures() == null) {
      return new Opened(stretch, null, InputStream.nullInputStream(), heard);
    }
    String key = work.key(Contents.part(new StreamTask.Segment(stretch.pictures())));
    InputStream body =
        switch (store.openLatest(key)) {
          case Read.Opened opened -> new BufferedInputStream(opened.body(), 64 << 10);
          case Read.Gone() -> throw new FileNotFoundException(key + " is not there any more");
        };
    try {
      return new Opened(stretch, Part.read(body), body, heard);
    } catch (IOException e) {
      body.close();
      throw e;
    }
  }

  private SoundSlice heard(Stretch stretch) throws IOException {
    int from = stretch.from();
    int to = stretch.to();
    if (sound == null || from == to) {
      return new SoundSlice(from, to, new byte[0]);
    }
    var bytes = new ByteArrayOutputStream(sound.bytes(from, to));
    source.copy(sound.source(), sound.ranges(from, to), bytes);
    return new SoundSlice(from, to, bytes.toByteArray());
  }

  /** Closes what was opened ahead. */
  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    threads.close();
    for (Future<Opened> future : opening) {
      if (future.state() == Future.State.SUCCESS) {
        future.resultNow().close();
      }
    }
  }
}
