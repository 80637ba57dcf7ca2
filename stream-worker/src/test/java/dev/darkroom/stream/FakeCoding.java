package dev.darkroom.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.stage.store.Read;
import dev.darkroom.stage.stream.Contents;
import dev.darkroom.stage.stream.WorkFolder;
import dev.darkroom.stream.assemble.Assembled;
import dev.darkroom.stream.code.StreamCoding.Result;
import dev.darkroom.stream.read.SourceGone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Plans, codes and assembles without any video, and fails now and then. */
final class FakeCoding {
  private final String key;
  private final InMemoryObjectStore bucket;
  private final ObjectStore store;
  private final Random random;
  private final boolean impossible;

  /**
   * @param key of the original
   * @param bucket what is behind the store
   */
  FakeCoding(String key, InMemoryObjectStore bucket, ObjectStore store, Random random) {
    this.key = key;
    this.bucket = bucket;
    this.store = store;
    this.random = random;
    this.impossible = chance(4);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /** Does what the video worker does: pictures, and the plan of a stream. */
  Outcome plan(Job job) throws IOException {
    if (store.open(key, job.etag()) instanceof Read.Gone) {
      return new Outcome.Vanished();
    }
    var source = new StreamPlan.Source(key, job.etag(), job.size());
    var renditions = new ArrayList<Rendition>();
    renditions.add(output(job.outputs(), "poster", "much the same"));
    renditions.add(output(job.outputs(), "video", "a copy of " + job.etag()));
    if (chance(8)) {
      throw new IOException("a passing fault");
    }
    var slice = new StreamPlan.Slice(0, 1);
    var segments = new ArrayList<StreamPlan.Segment>();
    for (int i = 0; i < 1 + job.size() % 3; i++) {
      segments.add(new StreamPlan.Segment(slice, i * 4L, 4));
    }
    var plan =
        new StreamPlan(
            StreamPlan.SCHEMA,
            source,
            source,
            new StreamPlan.Picture(1000, 0, false, false, 30, null),
            List.of(new StreamPlan.Rung("stream-480", 854, 480)),
            segments,
            new StreamPlan.Sound(slice, job.size() % 2 == 0, 48_000, 2, 48_000, 4),
            true);
    return new Outcome.Streams(
        new Outcome.Completed(SampleVideo.MEDIA, null, renditions, List.of()), plan);
  }

  private Rendition output(OutputKeys outputs, String name, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    String output = outputs.key(name, "mp4", bytes);
    store.put(output, PutOptions.rendition("video/mp4"), bytes);
    return new Rendition(name, output, "video/mp4", 4, 3, bytes.length);
  }

  /** Codes a part, in one of several ways that differ in their bytes. */
  Result code(StreamTask task, StreamPlan plan) throws IOException {
    if (store.open(key, plan.source().etag()) instanceof Read.Gone) {
      throw new SourceGone();
    }
    if (chance(8)) {
      throw new IOException("a passing fault");
    }
    return impossible && chance(3)
        ? new Result.Impossible(Rejection.of(ErrorCode.CORRUPT_FILE))
        : new Result.Made(
            "%s of %s, coded %d"
                .formatted(task, plan.source().etag(), random.nextInt(2))
                .getBytes(UTF_8));
  }

  /** Joins the parts. What is under an output's key must never change. */
  Assembled assemble(StreamPlan plan, WorkFolder work, OutputKeys outputs) throws IOException {
    var joined = new StringBuilder();
    var tasks = new ArrayList<StreamTask>();
    for (int i = 0; i < plan.segments().size(); i++) {
      tasks.add(new StreamTask.Segment(i));
    }
    if (plan.codesSound()) {
      tasks.add(new StreamTask.Sound());
    }
    for (StreamTask task : tasks) {
      switch (store.openLatest(work.key(Contents.part(task)))) {
        case Read.Gone() -> throw new IOException("the parts are gone");
        case Read.Opened opened -> joined.append(new String(bytes(opened), UTF_8)).append('\n');
      }
    }
    String output = outputs.keyOfUnknown("stream-480", "mp4");
    byte[] bytes = joined.toString().getBytes(UTF_8);
    bucket
        .head(output)
        .ifPresent(
            there ->
                check(
                    new String(bytes((Read.Opened) bucket.openLatest(output)), UTF_8)
                        .contentEquals(joined),
                    "an output changes: " + there));
    store.put(output, PutOptions.rendition("video/mp4"), bytes);
    String playlist = outputs.keyOfUnknown("stream", "m3u8");
    store.put(playlist, PutOptions.rendition("application/vnd.apple.mpegurl"), bytes);
    if (chance(8)) {
      throw new IOException("a passing fault");
    }
    return new Assembled(
        List.of(
            new Rendition("stream", playlist, "application/vnd.apple.mpegurl", 4, 3, bytes.length),
            new Rendition("stream-480", output, "video/mp4", 4, 3, bytes.length),
            new Rendition("video", output, "video/mp4", 4, 3, bytes.length)),
        7);
  }

  private static byte[] bytes(Read.Opened opened) {
    try {
      return opened.body().readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
