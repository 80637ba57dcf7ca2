package dev.darkroom.stream.assemble;

import dev.darkroom.codec.mp4.MovieIndex;
import dev.darkroom.codec.mp4.MovieIndex.IndexedTrack;
import dev.darkroom.stage.store.Assembly;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.store.Write;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Makes an ordinary MP4 of a rung's file: an index of all samples, and then the bytes of the file
 * as they are, which S3 itself copies.
 */
final class PlainVideo {
  private final ObjectStore store;

  PlainVideo(ObjectStore store) {
    this.store = store;
  }

  /**
   * Makes the copy.
   *
   * @param rung key of the rung's file
   * @param tracks of the file, with where their samples lie after its head
   * @return size of the copy, in bytes
   */
  long make(String key, String rung, RungFile.Written file, List<IndexedTrack> tracks)
      throws IOException {
    long length = file.size() - file.head();
    byte[] index = MovieIndex.of(tracks, length);
    int some = (int) Math.clamp((long) Assembly.MIN_PART - index.length, 0, length);
    byte[] first = Arrays.copyOf(index, index.length + some);
    read(rung, file, first, index.length, some);
    try (Assembly copy = store.assemble(key, PutOptions.rendition(StreamAssembler.FILE_TYPE))) {
      copy.add(first);
      if (some < length) {
        Write rest = copy.copy(rung, file.etag(), file.head() + (long) some, length - some);
        if (rest instanceof Write.Lost) {
          throw new IOException(rung + " was replaced");
        }
      }
      copy.complete();
    }
    return index.length + length;
  }

  private void read(String rung, RungFile.Written file, byte[] into, int at, int length)
      throws IOException {
    if (length == 0) {
      return;
    }
    switch (store.openRange(rung, file.etag(), file.head(), length)) {
      case Read.Gone() -> throw new IOException(rung + " was replaced");
      case Read.Opened opened -> {
        try (opened) {
          if (opened.body().readNBytes(into, at, length) < length) {
            throw new IOException(rung + " ended early");
          }
        }
      }
    }
  }
}
